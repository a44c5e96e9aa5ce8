import { Button, Checkbox, Modal, NumberInput, Radio, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CopyKey, PlaceLook, SecondPlaceState } from '../../../electron/contract/admin-copies';
import { callRoute } from '../../client/api';
import { refreshBelow, useRoute } from '../../client/use-route';
import { faultOf } from '../../ui/office/fault-line';
import { FormError } from '../../ui/office/form-error';
import { sizeInWords } from '../../ui/office/size-in-words';
import { useTexts } from '../texts';
import styles from './backups.module.css';
import { KeySheet } from './key-sheet';

const usual = { folder: '', rhythm: 'hourly', keptDays: 14 } as const;

/** Chooses a second place: the folder, which is looked at; when and for how long; then the key, if a new one is needed. */
export function PlaceDialog({
  place,
  onClose,
}: {
  readonly place: SecondPlaceState['place'];
  readonly onClose: () => void;
}) {
  const { t } = useTexts();
  const queries = useQueryClient();
  const before = place ?? usual;
  const [folder, setFolder] = useState(before.folder);
  const [rhythm, setRhythm] = useState<'hourly' | 'closing'>(before.rhythm);
  const [keptDays, setKeptDays] = useState<number | string>(before.keptDays);
  const [newKey, setNewKey] = useState(place === null);
  const [key, setKey] = useState<CopyKey | null>(null);
  const look = useMutation({ mutationFn: () => callRoute('lookAtPlace', { body: { folder } }) });
  const save = useMutation({
    mutationFn: (recipient: string | undefined) =>
      callRoute('chooseSecondPlace', {
        body: {
          folder,
          rhythm,
          keptDays: Number(keptDays),
          ...(recipient === undefined ? {} : { recipient }),
        },
      }),
    onSuccess: async () => {
      // The first copy goes at once, so that its place is proved.
      await callRoute('copyAway').catch(() => undefined);
      await refreshBelow(queries, '/admin');
      onClose();
    },
  });
  const next = useMutation({
    mutationFn: async () => {
      const isWarned = look.data?.otherDisk === false;
      const looked = await look.mutateAsync();
      // Who takes the data's own disk sees first what that means.
      if (looked.fault !== null || (!looked.otherDisk && !isWarned)) return;
      if (newKey) setKey(await callRoute('makeCopyKey'));
      else await save.mutateAsync(undefined);
    },
  });
  return (
    <Modal
      opened
      size={640}
      title={t(key ? 'copies.key.title' : 'copies.choose')}
      closeButtonProps={{ 'aria-label': t('close') }}
      closeOnClickOutside={false}
      onClose={onClose}
    >
      {key ? (
        <KeySheet
          made={key}
          error={save.error}
          isSaving={save.isPending}
          onKept={() => save.mutate(key.recipient)}
          onClose={onClose}
        />
      ) : (
        <form
          className={styles.body}
          onSubmit={(event) => {
            event.preventDefault();
            if (!next.isPending) next.mutate();
          }}
        >
          {/* A field that is at fault says so itself. */}
          <FormError error={faultOf(next.error, 'folder') ? null : next.error} />
          <FoundPlaces
            folder={folder}
            onChoose={(chosen) => {
              setFolder(chosen);
              look.reset();
            }}
          />
          <TextInput
            label={t('copies.folder')}
            description={t('copies.folder.help')}
            required
            withAsterisk={false}
            maxLength={400}
            spellCheck={false}
            value={folder}
            error={faultOf(look.error, 'folder')}
            onChange={(event) => {
              setFolder(event.currentTarget.value);
              look.reset();
            }}
          />
          {look.data && <Looked look={look.data} />}
          <Radio.Group
            label={t('copies.rhythm')}
            value={rhythm}
            onChange={(value) => setRhythm(value as never)}
          >
            <div className={styles.choices}>
              <Radio value="hourly" label={t('copies.rhythm.hourly')} />
              <Radio value="closing" label={t('copies.rhythm.closing')} />
            </div>
          </Radio.Group>
          <NumberInput
            label={t('copies.keptDays')}
            description={t('copies.keptDays.help')}
            min={2}
            max={366}
            allowDecimal={false}
            value={keptDays}
            error={faultOf(save.error, 'keptDays')}
            onChange={setKeptDays}
          />
          {place && (
            <Checkbox
              label={t('copies.newKey')}
              description={t('copies.newKey.help')}
              checked={newKey}
              onChange={(event) => setNewKey(event.currentTarget.checked)}
            />
          )}
          <footer className={styles.foot}>
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={next.isPending}>
              {t(newKey ? 'copies.next' : 'copies.save')}
            </Button>
          </footer>
        </form>
      )}
    </Modal>
  );
}

/** Sticks, disks and shares that are connected now. */
function FoundPlaces({
  folder,
  onChoose,
}: {
  readonly folder: string;
  readonly onChoose: (folder: string) => void;
}) {
  const { t, language } = useTexts();
  const found = useRoute('foundPlaces', {}, { gcTime: 0, refetchInterval: 5_000 });
  if (!found.data) return <p role="status">{t('copies.searching')}</p>;
  if (found.data.length === 0) return <p className={styles.help}>{t('copies.noneFound')}</p>;
  return (
    <Radio.Group label={t('copies.found')} value={folder} onChange={onChoose}>
      <div className={styles.choices}>
        {found.data.map((each) => (
          <Radio
            key={each.folder}
            value={each.folder}
            label={each.folder}
            description={t(`copies.found.${each.kind}`, {
              free: each.freeBytes === null ? '–' : sizeInWords(each.freeBytes, language),
            })}
          />
        ))}
      </div>
    </Radio.Group>
  );
}

function Looked({ look: { fault, otherDisk, freeBytes, copies } }: { readonly look: PlaceLook }) {
  const { t, language } = useTexts();
  if (fault !== null) {
    return (
      <p className={styles.fault} role="alert">
        <IconAlertTriangle size={20} aria-hidden />
        <span>
          <b>{t('copies.unfit')}</b> {t(`copies.fault.${fault}`)}
        </span>
      </p>
    );
  }
  return (
    <p className={otherDisk ? styles.fit : styles.warning} role="status">
      {otherDisk ? <IconCircleCheck size={20} aria-hidden /> : <IconAlertTriangle size={20} aria-hidden />}{' '}
      {t(otherDisk ? 'copies.fit' : 'copies.sameDisk', {
        free: freeBytes === null ? '–' : sizeInWords(freeBytes, language),
        count: copies,
      })}
    </p>
  );
}
