import type { ReactNode } from 'react';
import { fieldShapes } from '../../../electron/contract/field-shapes';
import { innerParts, publicParts, type StandardPart } from '../../../electron/contract/standard-parts';
import type { ServiceStandard, StandardChange } from '../../../electron/contract/standards';
import { callRoute } from '../../client/api';
import { EditForm } from '../edit/edit-form';
import { EditorHead } from '../edit/editor-head';
import type { FieldRow } from '../edit/field-row';
import { FieldTable } from '../edit/field-table';
import fields from '../edit/fields.module.css';
import { filledLines } from '../edit/localized-fields';
import { useFieldWords } from '../edit/use-field-words';
import { useRowEditor } from '../edit/use-row-editor';
import { useTexts } from '../texts';
import { DayControl } from './day-control';
import { LocalizedProse, ProseControl } from './prose-fields';
import styles from './standards.module.css';
import { useStateWords } from './use-state-words';

/** The fourteen parts of a service's standard, who decided it when, and when it is reviewed. */
export function StandardEditor(props: { readonly standard: ServiceStandard; readonly readOnly: boolean }) {
  const { standard, readOnly } = props;
  const { t, local } = useTexts();
  const words = useFieldWords();
  const stateWords = useStateWords();
  const { id } = standard;
  const shown: FieldRow<ServiceStandard>[] = [
    { key: 'documents', ...words('standards.documents') },
    ...publicParts.map(
      (key): FieldRow<ServiceStandard> => ({ key, ...words(`standards.${key}`), control: LocalizedProse }),
    ),
  ];
  const inner = innerParts.map(
    (key): FieldRow<ServiceStandard> => ({ key, ...words(`standards.${key}`), control: ProseControl }),
  );
  const decision: FieldRow<ServiceStandard>[] = [
    { key: 'decidedBy', ...words('standards.decidedBy') },
    { key: 'decisionNumber', ...words('standards.decisionNumber') },
    { key: 'decidedOn', ...words('standards.decidedOn'), control: DayControl },
    { key: 'reviewedOn', ...words('standards.reviewedOn'), control: DayControl },
    { key: 'reviewDueOn', ...words('standards.reviewDueOn'), control: DayControl },
    { key: 'isExample', ...words('standards.isExample') },
    { key: 'origin', ...words('standards.origin'), isLong: true },
  ];
  const { table, part } = useRowEditor<ServiceStandard>({
    draftKey: `standard:${id}`,
    row: standard,
    rows: [...shown, ...inner, ...decision],
    shapes: fieldShapes.standards,
    load: () => callRoute('standard', { params: { id } }),
    change: ({ documents, ...changes }, ifVersion) =>
      callRoute('changeStandard', {
        params: { id },
        ifVersion,
        body: {
          ...(changes as StandardChange),
          ...(documents ? { documents: filledLines(documents) } : {}),
        },
      }),
    make: () => Promise.reject(new Error('a service has its standard, written or not')),
    onMade: () => undefined,
  });
  const partName = (each: StandardPart) => t(`standards.${each}`).toLowerCase();
  return (
    <EditForm parts={[part]} readOnly={readOnly}>
      <EditorHead
        name={local(standard.name)}
        unnamed=""
        code=""
        soundsLike={[]}
        unreadable={[]}
        archive={null}
        onArchived={() => undefined}
      />
      <p className={styles.state} data-state={standard.state}>
        {standard.agency} · <strong>{stateWords(standard)}</strong>
      </p>
      {standard.isExample && <p className={fields.warning}>◆ {t('standards.isExample.warning')}</p>}
      {standard.missing.length > 0 && standard.state !== 'none' && (
        <p className={fields.help}>
          {t('standards.missing', { parts: standard.missing.map(partName).join(', ') })}
        </p>
      )}
      <Group title={t('standards.public')}>
        <FieldTable rows={shown} {...table} readOnly={readOnly} />
      </Group>
      <Group title={t('standards.inner')}>
        <FieldTable rows={inner} {...table} readOnly={readOnly} />
      </Group>
      <Group title={t('standards.decision')}>
        <FieldTable rows={decision} {...table} readOnly={readOnly} />
      </Group>
    </EditForm>
  );
}

function Group(props: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles.group} aria-label={props.title}>
      <h3>{props.title}</h3>
      {props.children}
    </section>
  );
}
