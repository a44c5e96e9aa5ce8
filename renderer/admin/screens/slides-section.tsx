import { Button, FileButton } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { slideMostBytes } from '../../../electron/contract/admin-screens';
import { callRoute, newKey } from '../../client/api';
import { refreshBelow, useRoute } from '../../client/use-route';
import { FormError } from '../../ui/office/form-error';
import { NotYet } from '../../ui/office/not-yet';
import { CollectionPage } from '../edit/collection-page';
import { SortableList } from '../edit/sortable-list';
import { useChosenRow } from '../edit/use-chosen-row';
import { useMayChange } from '../frame/user-context';
import { useTexts } from '../texts';
import { SlideEditor } from './slide-editor';
import { readyToSend } from './slide-picture';

/** What the lobby's screens show between the calls, in its order. */
export function SlidesSection() {
  const { t } = useTexts();
  const mayChange = useMayChange();
  const queries = useQueryClient();
  const slides = useRoute('adminSlides');
  const [chosenId, setChosenId] = useChosenRow();
  const refresh = () => refreshBelow(queries, '/admin/slides');
  const move = useMutation({
    mutationFn: ({ id, position }: { readonly id: string; readonly position: number }) =>
      callRoute('changeSlide', { params: { id }, body: { position } }),
    onSettled: refresh,
  });
  const add = useMutation({
    mutationFn: async (file: File) =>
      callRoute('makeSlide', {
        query: { name: file.name.replace(/\.\w+$/, '').slice(0, 80) || t('slides.new') },
        file: await readyToSend(file),
        key: newKey(),
      }),
    onSuccess: async ({ id }) => {
      await refresh();
      setChosenId(id);
    },
  });
  const [tooLarge, setTooLarge] = useState(false);
  if (!slides.data) return <NotYet answer={slides} />;
  const chosen = slides.data.find(({ id }) => id === chosenId) ?? slides.data[0];
  return (
    <CollectionPage
      title={t('section.slides')}
      addText={t('slides.add')}
      onAdd={null}
      filter={
        mayChange && (
          <>
            <FileButton
              accept="image/png,image/jpeg,video/mp4,video/webm"
              onChange={(file) => {
                add.reset();
                setTooLarge(file !== null && file.size > slideMostBytes);
                if (file && file.size <= slideMostBytes) add.mutate(file);
              }}
            >
              {(button) => (
                <Button
                  {...button}
                  variant="default"
                  loading={add.isPending}
                  leftSection={<IconUpload size={20} aria-hidden />}
                >
                  {t('slides.add')}
                </Button>
              )}
            </FileButton>
            <p>{t('slides.help')}</p>
            {tooLarge && <p role="alert">{t('slides.tooLarge')}</p>}
            <FormError error={add.error} />
          </>
        )
      }
      list={
        <SortableList
          label={t('section.slides')}
          items={slides.data.map((slide) => ({
            id: slide.id,
            title: slide.name,
            note: t(
              slide.missing
                ? 'slides.missing'
                : slide.due
                  ? 'slides.dueNow'
                  : slide.shown
                    ? 'slides.notNow'
                    : 'slides.off',
            ),
          }))}
          chosen={chosen?.id ?? null}
          onChoose={setChosenId}
          onMove={mayChange ? (id, position) => move.mutate({ id, position }) : null}
        />
      }
    >
      {chosen ? (
        <SlideEditor
          key={chosen.id}
          slide={chosen}
          readOnly={!mayChange}
          onRemoved={() => setChosenId(null)}
        />
      ) : (
        <p>{t('slides.none')}</p>
      )}
    </CollectionPage>
  );
}
