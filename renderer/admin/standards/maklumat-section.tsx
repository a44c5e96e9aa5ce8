import { Button, Switch, TextInput } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import type { Maklumat } from '../../../electron/contract/maklumat';
import { isDecided, maklumatMedia } from '../../../electron/contract/maklumat-rules';
import type { ShownSettings } from '../../../electron/contract/settings';
import { standardMedia } from '../../../electron/contract/standard-parts';
import { signatureLines } from '../../../electron/contract/standard-words';
import { dateInWords } from '../../../electron/texts/dates';
import { useRoute } from '../../client/use-route';
import { DateField } from '../../ui/office/date-field';
import { NotYet } from '../../ui/office/not-yet';
import { EditForm } from '../edit/edit-form';
import { FieldFault } from '../edit/field-fault';
import type { ControlProps } from '../edit/field-row';
import { FieldTable } from '../edit/field-table';
import fields from '../edit/fields.module.css';
import type { SettingControls, SettingsFields } from '../edit/setting-rows';
import { SeveralControl } from '../edit/several-control';
import { useSettings } from '../edit/use-settings';
import { useSettingsForm } from '../edit/use-settings-form';
import pageStyles from '../hall/hall-section.module.css';
import { useTexts } from '../texts';
import paper from './paper.module.css';
import { PaperHead } from './paper-head';
import { LocalizedProse } from './prose-fields';
import styles from './standards.module.css';

/** The hall's Maklumat, how visitors read it, and where standards are shown. */
export function MaklumatSection() {
  const settings = useSettings();
  if (!settings.data) return <NotYet answer={settings} />;
  return <MaklumatForm settings={settings.data} />;
}

const controls: SettingControls<'standards'> = {
  standardMedia: (props) => <SeveralControl {...props} all={standardMedia} />,
  maklumat: MaklumatControl,
};

function MaklumatForm({ settings }: { readonly settings: ShownSettings }) {
  const { t } = useTexts();
  const { table, readOnly, part, edit } = useSettingsForm('standards', settings, controls);
  return (
    <>
      <div className={styles.screen}>
        <div className={pageStyles.page}>
          <EditForm parts={[part]} readOnly={readOnly}>
            <h1>{t('maklumat.heading')}</h1>
            <FieldTable {...table} />
            <Preview maklumat={edit.value.maklumat} />
          </EditForm>
        </div>
      </div>
      <MaklumatSheet maklumat={settings.maklumat} />
    </>
  );
}

function MaklumatControl(props: ControlProps<SettingsFields, Maklumat>) {
  const { t } = useTexts();
  const { value, readOnly, faults } = props;
  const set = (change: Partial<Maklumat>) => props.onChange({ ...value, ...change });
  const line = (key: 'decidedBy' | 'signedBy' | 'decisionNumber' | 'signedAt') => (
    <TextInput
      label={t(`maklumat.${key}`)}
      readOnly={readOnly}
      error={faults[key] ?? null}
      value={value[key]}
      onChange={(event) => set({ [key]: event.currentTarget.value })}
    />
  );
  return (
    <section className={styles.maklumat} aria-label={props.label}>
      <h2>{props.label}</h2>
      <LocalizedProse
        label={t('maklumat.text')}
        help={t('maklumat.text.help')}
        faults={Object.fromEntries(
          Object.entries(faults).map(([path, sentence]) => [path.replace(/^text\./, ''), sentence]),
        )}
        value={value.text}
        readOnly={readOnly}
        onChange={(text) => set({ text })}
      />
      <div className={styles.pairs}>
        {line('decidedBy')}
        {line('signedBy')}
        {line('decisionNumber')}
        {line('signedAt')}
        <DateField
          label={t('maklumat.decidedOn')}
          optional
          readOnly={readOnly}
          value={value.decidedOn ?? ''}
          onChange={(day) => set({ decidedOn: day === '' ? null : day })}
        />
      </div>
      <Switch
        label={t('maklumat.isExample')}
        description={t('maklumat.isExample.help')}
        disabled={readOnly}
        checked={value.isExample}
        onChange={(event) => set({ isExample: event.currentTarget.checked })}
      />
      <SeveralControl
        {...(props as unknown as ControlProps<SettingsFields, Maklumat['shownOn'][number][]>)}
        label={t('maklumat.shownOn')}
        help={undefined}
        error={null}
        all={maklumatMedia}
        values={props.values}
        value={value.shownOn}
        onChange={(shownOn) => set({ shownOn })}
      />
      <FieldFault faults={faults} of="decidedOn" />
    </section>
  );
}

function Preview({ maklumat }: { readonly maklumat: Maklumat }) {
  const { t, local } = useTexts();
  return (
    <section className={styles.maklumat} aria-label={t('maklumat.preview')}>
      <p className={fields.help}>
        {isDecided(maklumat)
          ? maklumat.shownOn.length === 0
            ? t('maklumat.hidden')
            : t('maklumat.preview')
          : `◆ ${t('maklumat.undecided')}`}
      </p>
      <article className={styles.preview}>
        <h2>{t('maklumat.title')}</h2>
        <p>{local(maklumat.text)}</p>
        <Signature maklumat={maklumat} />
      </article>
      <div>
        <Button
          variant="default"
          size="sm"
          leftSection={<IconPrinter size={18} aria-hidden />}
          onClick={() => window.print()}
        >
          {t('maklumat.print')}
        </Button>
      </div>
    </section>
  );
}

function Signature({ maklumat }: { readonly maklumat: Maklumat }) {
  const { language } = useTexts();
  const lines = [...signatureLines(maklumat, language), maklumat.decisionNumber].filter(
    (line) => line !== '',
  );
  return <p>{lines.join('\n')}</p>;
}

/** The Maklumat on A4, with letterhead and room to sign; in Indonesian. */
function MaklumatSheet({ maklumat }: { readonly maklumat: Maklumat }) {
  const { t } = useTexts();
  const { data: site } = useRoute('site');
  const { decidedBy, signedBy, decisionNumber, decidedOn, signedAt } = maklumat;
  return (
    <div className={paper.paper} data-testid="maklumat-sheet">
      <article className={paper.sheet}>
        <PaperHead />
        <h1>{t('maklumat.paper')}</h1>
        <p className={paper.under}>
          {maklumat.isExample && <strong>{t('standards.sheet.example')}. </strong>}
          {t('maklumat.number', { number: decisionNumber || '………………' })}
        </p>
        <p className={paper.promise}>“{maklumat.text.id}”</p>
        <div className={paper.signature}>
          <p>
            {signedAt || site?.city}, {decidedOn === null ? '………………' : dateInWords(decidedOn, 'id', 'year')}
          </p>
          <p>{decidedBy}</p>
          <p className={paper.name}>{signedBy || '………………………………'}</p>
        </div>
      </article>
    </div>
  );
}
