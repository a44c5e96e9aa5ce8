import { Button, ScrollArea, Select, Switch } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { keepPreviousData, useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Language } from '../../../electron/contract/common';
import { languages } from '../../../electron/contract/languages';
import type { TicketLayout, TicketPictures } from '../../../electron/contract/ticket-layout';
import { callRoute } from '../../client/api';
import { useRoute } from '../../client/use-route';
import { FormError } from '../../ui/office/form-error';
import { printerWords } from '../../ui/office/printer-words';
import styles from '../edit/panels.module.css';
import { useSettings } from '../edit/use-settings';
import { useTexts } from '../texts';
import { PressedPaper } from './pressed-paper';

/** The draft on paper, by the bytes that a printer gets. */
export function TicketPreview(props: {
  readonly blocks: TicketLayout['blocks'];
  readonly logo: TicketLayout['logo'];
  readonly readOnly: boolean;
  /** The block whose fields are shown, by its place. */
  readonly chosen: number;
  readonly onChoose: (place: number) => void;
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
  // While the next picture comes, the last one stands there with the lines that it was made of.
  const shown = useRef<{ readonly blocks: TicketLayout['blocks']; readonly pictures: TicketPictures }>(null);
  if (pictures.data && !pictures.isPlaceholderData) {
    shown.current = { blocks: props.blocks, pictures: pictures.data };
  }
  const picture = shown.current?.pictures[width];
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
          w={196}
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
      <p className={styles.help}>{t('ticket.press')}</p>
      <FormError error={pictures.error} />
      <ScrollArea.Autosize mah="calc(100vh - 360px)" className={styles.paper}>
        {picture && shown.current && (
          <PressedPaper
            blocks={shown.current.blocks}
            picture={picture}
            chosen={props.chosen}
            onChoose={props.onChoose}
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
