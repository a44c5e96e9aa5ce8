import { Button, FileButton, ScrollArea, Select, Switch } from '@mantine/core';
import { IconPrinter, IconUpload } from '@tabler/icons-react';
import { keepPreviousData, useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Language } from '../../../electron/contract/common';
import { languages } from '../../../electron/contract/languages';
import {
  type TicketBlock,
  type TicketBlockKind,
  type TicketLayout,
  ticketBlockLimits,
} from '../../../electron/contract/ticket-layout';
import { callRoute } from '../../client/api';
import { useRoute } from '../../client/use-route';
import { FormError } from '../../ui/office/form-error';
import { NotYet } from '../../ui/office/not-yet';
import { printerWords } from '../../ui/office/printer-words';
import { EditForm } from '../edit/edit-form';
import styles from '../edit/panels.module.css';
import { SortableList } from '../edit/sortable-list';
import { useRowEditor } from '../edit/use-row-editor';
import { useSettings } from '../edit/use-settings';
import { useMayChange } from '../frame/user-context';
import { readyToSend } from '../screens/slide-picture';
import { useTexts } from '../texts';
import { BlockFields } from './block-fields';

const row = { id: 'ticket-layout' } as const;

/** What a new block is like. */
const newBlocks: readonly TicketBlock[] = [
  { kind: 'logo' },
  { kind: 'text', text: { id: '', en: '', jv: '' }, size: 'normal', align: 'center' },
  { kind: 'hall', size: 'double' },
  { kind: 'institution', size: 'double' },
  { kind: 'ahead', size: 'tall' },
  { kind: 'wait', size: 'tall' },
  { kind: 'stamp' },
  { kind: 'documents', lines: 4 },
  { kind: 'please_wait', size: 'tall' },
  { kind: 'qr' },
  { kind: 'motif' },
  { kind: 'rule' },
  { kind: 'space' },
];

/** How tickets look on paper: the order of what stands on them, beside what the printer makes of it. */
export function TicketSection() {
  const layout = useRoute('ticketLayout');
  if (!layout.data) return <NotYet answer={layout} />;
  return <TicketForm layout={layout.data} />;
}

function TicketForm({ layout }: { readonly layout: TicketLayout }) {
  const { t } = useTexts();
  const readOnly = !useMayChange();
  const { edit, part } = useRowEditor<TicketLayout & { readonly id: string }>({
    draftKey: 'ticket-layout',
    row: { ...layout, ...row },
    rows: [
      { key: 'blocks', label: t('ticket.blocks') },
      { key: 'logo', label: t('ticket.block.logo') },
    ],
    shapes: {},
    load: async () => ({ ...(await callRoute('ticketLayout')), ...row }),
    change: async ({ blocks, logo }, ifVersion) => ({
      ...(await callRoute('changeTicketLayout', {
        ifVersion,
        body: { ...(blocks ? { blocks } : {}), ...(logo === undefined ? {} : { logo }) },
      })),
      ...row,
    }),
    make: () => Promise.reject(new Error('there is always a layout')),
    onMade: () => undefined,
  });
  const { blocks, logo } = edit.value;
  const [chosen, setChosen] = useState(0);
  const at = Math.min(chosen, blocks.length - 1);
  const block = blocks[at];
  const put = (next: readonly TicketBlock[]) => edit.set({ blocks: [...next] });
  const count = (kind: TicketBlockKind) => blocks.filter((each) => each.kind === kind).length;
  const addable = newBlocks.filter(({ kind }) => count(kind) < ticketBlockLimits[kind].most);
  const upload = useMutation({
    mutationFn: async (file: File) => callRoute('ticketLogo', { file: await readyToSend(file) }),
    onSuccess: (made) =>
      edit.set({
        logo: made,
        ...(count('logo') === 0 ? { blocks: [{ kind: 'logo' }, ...blocks] } : {}),
      }),
  });
  return (
    <div className={styles.page}>
      <div className={styles.panel} data-form>
        <EditForm parts={[part]} readOnly={readOnly}>
          <h1>{t('section.ticket')}</h1>
          <SortableList
            label={t('ticket.blocks')}
            items={blocks.map((each, index) => ({
              id: String(index),
              title: t(`ticket.block.${each.kind}`),
              note: each.kind === 'text' ? each.text.id : '',
            }))}
            chosen={String(at)}
            onChoose={(id) => setChosen(Number(id))}
            onMove={
              readOnly
                ? null
                : (id, position) => {
                    const moved = blocks[Number(id)];
                    if (!moved) return;
                    const others = blocks.filter((_, index) => index !== Number(id));
                    put([...others.slice(0, position), moved, ...others.slice(position)]);
                    setChosen(position);
                  }
            }
          />
          {block && (
            <fieldset className={styles.panel} style={{ padding: 14 }}>
              <legend>
                <strong>{t(`ticket.block.${block.kind}`)}</strong>
              </legend>
              <BlockFields
                block={block}
                readOnly={readOnly}
                onChange={(changed) => put(blocks.map((each, index) => (index === at ? changed : each)))}
              />
              {!readOnly &&
                (count(block.kind) > ticketBlockLimits[block.kind].least ? (
                  <div>
                    <Button
                      variant="default"
                      size="sm"
                      onClick={() => put(blocks.filter((_, index) => index !== at))}
                    >
                      {t('ticket.remove')}
                    </Button>
                  </div>
                ) : (
                  <p className={styles.help}>{t('ticket.needed')}</p>
                ))}
            </fieldset>
          )}
          {!readOnly && (
            <div className={styles.row}>
              <Select
                label={t('ticket.add')}
                placeholder={t('ticket.add.choose')}
                data={addable.map(({ kind }) => ({ value: kind, label: t(`ticket.block.${kind}`) }))}
                value={null}
                onChange={(kind) => {
                  const added = newBlocks.find((each) => each.kind === kind);
                  if (!added) return;
                  put([...blocks.slice(0, at + 1), added, ...blocks.slice(at + 1)]);
                  setChosen(at + 1);
                }}
              />
              <FileButton accept="image/png,image/jpeg" onChange={(file) => file && upload.mutate(file)}>
                {(button) => (
                  <Button
                    {...button}
                    variant="default"
                    loading={upload.isPending}
                    leftSection={<IconUpload size={20} aria-hidden />}
                  >
                    {t(logo ? 'ticket.logo.replace' : 'ticket.logo.add')}
                  </Button>
                )}
              </FileButton>
              {logo && (
                <Button variant="default" onClick={() => edit.set({ logo: null })}>
                  {t('ticket.logo.remove')}
                </Button>
              )}
            </div>
          )}
          <FormError error={upload.error} />
        </EditForm>
      </div>
      <Preview blocks={blocks} logo={logo} readOnly={readOnly} />
    </div>
  );
}

/** The draft on paper, by the bytes that a printer gets. */
function Preview(props: {
  readonly blocks: TicketLayout['blocks'];
  readonly logo: TicketLayout['logo'];
  readonly readOnly: boolean;
}) {
  const { t, languageName, language: pageLanguage } = useTexts();
  const [language, setLanguage] = useState<Language>('id');
  const [width, setWidth] = useState<'wide' | 'narrow'>('wide');
  const [long, setLong] = useState(false);
  const { data: settings } = useSettings();
  const draft = {
    blocks: props.blocks,
    logo: props.logo,
    language,
    sample: long ? ('long' as const) : ('usual' as const),
  };
  const pictures = useRoute(
    'ticketPictures',
    { body: draft },
    { placeholderData: keepPreviousData, gcTime: 60_000 },
  );
  const print = useMutation({ mutationFn: () => callRoute('printTicketDraft', { body: draft }) });
  const cause = print.data?.status.cause;
  const picture = pictures.data?.[width];
  return (
    <section className={styles.panel} aria-label={t('ticket.preview')}>
      <div className={styles.row}>
        <Select
          label={t('ticket.paper')}
          w={110}
          allowDeselect={false}
          data={[
            { value: 'wide', label: '80 mm' },
            { value: 'narrow', label: '58 mm' },
          ]}
          value={width}
          onChange={(chosen) => chosen && setWidth(chosen)}
        />
        <Select
          label={t('ticket.language')}
          w={180}
          allowDeselect={false}
          data={languages.map((each) => ({ value: each, label: languageName(each) }))}
          value={language}
          onChange={(chosen) => chosen && setLanguage(chosen)}
        />
      </div>
      <Switch
        label={t('ticket.long')}
        checked={long}
        onChange={(event) => setLong(event.currentTarget.checked)}
      />
      <FormError error={pictures.error} />
      <ScrollArea.Autosize
        mah="calc(100vh - 330px)"
        className={styles.paper}
        viewportProps={{ tabIndex: 0, 'aria-label': t('ticket.preview.alt'), role: 'group' }}
      >
        {picture && (
          <img
            alt={t('ticket.preview.alt')}
            src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(picture.svg)}`}
          />
        )}
      </ScrollArea.Autosize>
      {picture && <p className={styles.help}>{t('ticket.length', { millimetres: picture.millimetres })}</p>}
      {settings?.publicUrl === null && <p className={styles.help}>{t('ticket.noQr')}</p>}
      {!props.readOnly && (
        <div className={styles.row}>
          <Button
            variant="default"
            loading={print.isPending}
            leftSection={<IconPrinter size={20} aria-hidden />}
            onClick={() => print.mutate()}
          >
            {t('ticket.testPrint')}
          </Button>
        </div>
      )}
      <FormError error={print.error} />
      {print.data && (
        <p role="status">
          {t(`ticket.testPrint.${print.data.outcome}`)}
          {cause && cause !== 'cannot_tell' && ` ${printerWords(pageLanguage, cause).name}.`}
        </p>
      )}
    </section>
  );
}
