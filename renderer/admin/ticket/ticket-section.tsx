import { Button, FileButton, Select, Switch } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
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
import { EditForm } from '../edit/edit-form';
import styles from '../edit/panels.module.css';
import { SortableList } from '../edit/sortable-list';
import { useRowEditor } from '../edit/use-row-editor';
import { useMayChange } from '../frame/user-context';
import { readyToSend } from '../screens/slide-picture';
import { useTexts } from '../texts';
import { BlockFields } from './block-fields';
import { isOff, switched } from './switched-block';
import { TicketPreview } from './ticket-preview';
import own from './ticket-section.module.css';

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

/** How tickets look on paper: what stands on them in its order, beside the paper, whose lines lead to what is set of them. */
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
  const fields = useRef<HTMLFieldSetElement>(null);
  /** Rises with each line that is pressed in the picture, which leads to its fields. */
  const [led, setLed] = useState(0);
  useEffect(() => {
    if (led === 0) return;
    const first = fields.current?.querySelector<HTMLElement>('input:not([type=hidden]), textarea');
    (first ?? fields.current)?.focus();
    fields.current?.scrollIntoView({ block: 'nearest' });
  }, [led]);
  const at = Math.min(chosen, blocks.length - 1);
  const block = blocks[at];
  const put = (next: readonly TicketBlock[]) => edit.set({ blocks: [...next] });
  const change = (changed: TicketBlock) => put(blocks.map((each, index) => (index === at ? changed : each)));
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
              note: isOff(each) ? t('ticket.off') : each.kind === 'text' ? each.text.id : '',
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
            <fieldset ref={fields} className={`${styles.panel} ${own.fields}`} tabIndex={-1}>
              <legend>
                <strong>{t(`ticket.block.${block.kind}`)}</strong>
              </legend>
              {ticketBlockLimits[block.kind].least === 0 ? (
                <Switch
                  label={t('ticket.printed')}
                  checked={!isOff(block)}
                  disabled={readOnly}
                  onChange={(event) => change(switched(block, event.currentTarget.checked))}
                />
              ) : (
                <p className={styles.help}>{t('ticket.needed')}</p>
              )}
              <BlockFields block={block} readOnly={readOnly} onChange={change} />
              {!readOnly && ticketBlockLimits[block.kind].most > 1 && (
                <div>
                  <Button
                    variant="default"
                    size="sm"
                    onClick={() => put(blocks.filter((_, index) => index !== at))}
                  >
                    {t('ticket.remove')}
                  </Button>
                </div>
              )}
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
      <TicketPreview
        blocks={blocks}
        logo={logo}
        readOnly={readOnly}
        chosen={at}
        onChoose={(index) => {
          setChosen(index);
          setLed((count) => count + 1);
        }}
      />
    </div>
  );
}
