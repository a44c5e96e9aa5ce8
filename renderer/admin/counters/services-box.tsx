import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { AdminCounter, AdminService } from '../../../electron/contract/admin-hall';
import { callRoute } from '../../client/api';
import { refreshBelow, useRoute } from '../../client/use-route';
import type { FieldRow } from '../edit/field-row';
import { FieldTable } from '../edit/field-table';
import { SortableList } from '../edit/sortable-list';
import type { RowEditor } from '../edit/use-row-editor';
import { useTexts } from '../texts';
import link from './counter-head.module.css';
import { useRecordedTimes } from './recorded-times';
import styles from './services-box.module.css';
import { useChosenCounter } from './use-chosen-counter';

/** What is edited beside the list; all else has its own view. */
export const smallFields: readonly string[] = ['usualMinutes', 'quotaPerDay'];

type ServiceEditor = RowEditor<AdminService> & { readonly service: AdminService };

/** Where the first service with a field at fault is edited; null: none is at fault. */
export function placeOfServiceFault(
  editors: readonly {
    readonly service: AdminService;
    readonly part: { readonly faults: Readonly<Partial<Record<string, string>>> };
  }[],
): {
  readonly counterId: string;
  readonly serviceId: string;
  readonly fields: 'utama' | 'layanan';
} | null {
  const wrong = editors.find(({ part }) => Object.keys(part.faults).length > 0);
  if (!wrong) return null;
  const isSmall = Object.keys(wrong.part.faults).every((path) =>
    smallFields.includes(path.split('.')[0] ?? ''),
  );
  return {
    counterId: wrong.service.counterId,
    serviceId: wrong.service.id,
    fields: isSmall ? 'utama' : 'layanan',
  };
}

/** A counter's services in the kiosk's order, and beside them what is changed most of the chosen one. */
export function ServicesBox(props: {
  readonly counter: AdminCounter;
  readonly editors: readonly ServiceEditor[];
  readonly shown: ServiceEditor | null;
  readonly rows: readonly FieldRow<AdminService>[];
  readonly readOnly: boolean;
  /** Whether it tells of their hours, with the way to them. */
  readonly withHours?: boolean;
}) {
  const { counter, editors, shown, readOnly } = props;
  const { t, local } = useTexts();
  const queries = useQueryClient();
  const [, go] = useChosenCounter();
  const { data: hours = [] } = useRoute('adminHours');
  const hasOwnHours = ({ id }: AdminService) => hours.some(({ scope }) => scope === `service:${id}`);
  const move = useMutation({
    mutationFn: ({ id, position }: { readonly id: string; readonly position: number }) =>
      callRoute('changeService', { params: { id }, body: { position } }),
    onSettled: () => refreshBelow(queries, '/admin'),
  });
  const noteOf = (service: AdminService) =>
    [
      service.documents.id.length === 0
        ? t('services.noDocuments')
        : t('services.documentsNote', { count: service.documents.id.length }),
      service.quotaPerDay === null
        ? t('services.noQuota').toLowerCase()
        : t('services.quotaNote', { count: service.quotaPerDay }),
      ...(hasOwnHours(service) ? [t('hours.own')] : []),
      ...(service.paused ? [t('paused').toLowerCase()] : []),
    ].join(', ');
  return (
    <section className={styles.services} aria-label={t('section.services')}>
      <header className={styles.head}>
        <h2>{t('section.services')}</h2>
        <span>{t('services.order', { count: editors.length })}</span>
        {!readOnly && (
          <Button
            variant="default"
            size="sm"
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={() => go({ serviceId: '', fields: 'layanan' })}
          >
            {t('services.add')}
          </Button>
        )}
      </header>
      {editors.length === 0 && <p className={styles.help}>{t('services.none')}</p>}
      <div className={styles.box}>
        <div>
          <SortableList
            label={t('section.services')}
            searchLabel={null}
            items={editors.map(({ service, edit, part }) => ({
              id: service.id,
              title: local(edit.value.name) || t('services.new'),
              note: noteOf(edit.value),
              trail: (
                <span className={styles.minutes}>
                  {t('services.minutes', { count: edit.value.usualMinutes })}
                </span>
              ),
              isChanged: part.changed.length > 0,
            }))}
            chosen={shown?.service.id ?? null}
            onChoose={(id) => go({ serviceId: id, fields: 'utama' })}
            onMove={readOnly ? null : (id, position) => move.mutate({ id, position })}
          />
        </div>
        {shown && (
          <SmallEditor
            editor={shown}
            counter={counter}
            rows={props.rows}
            hasOwnHours={props.withHours === false ? null : hasOwnHours(shown.service)}
            readOnly={readOnly}
          />
        )}
      </div>
    </section>
  );
}

function SmallEditor(props: {
  readonly editor: ServiceEditor;
  readonly counter: AdminCounter;
  readonly rows: readonly FieldRow<AdminService>[];
  /** Null: nothing is told of its hours. */
  readonly hasOwnHours: boolean | null;
  readonly readOnly: boolean;
}) {
  const { service, edit, table } = props.editor;
  const { t, local } = useTexts();
  const [, go] = useChosenCounter();
  const recorded = useRecordedTimes(props.counter.id).get(service.id);
  const documents = edit.value.documents.id;
  const rows = props.rows.map((row) =>
    row.key === 'usualMinutes' && recorded
      ? { ...row, help: t('services.recorded', { minutes: recorded.minutes, count: recorded.served }) }
      : row,
  );
  return (
    <div className={styles.small}>
      <header className={styles.head}>
        <h3>{local(edit.value.name) || t('services.new')}</h3>
        <button
          type="button"
          className={link.link}
          onClick={() => go({ serviceId: service.id, fields: 'layanan' })}
        >
          {t('services.allFields')}
        </button>
      </header>
      <FieldTable {...table} rows={rows} readOnly={props.readOnly} isNarrow />
      {service.id !== '' && (
        <dl className={styles.facts}>
          {props.hasOwnHours !== null && (
            <>
              <dt>{t('services.hours')}</dt>
              <dd>
                <a href={`#jam?scope=service:${service.id}`}>
                  {t(props.hasOwnHours ? 'services.hours.own' : 'services.hours.follow')}
                </a>
              </dd>
            </>
          )}
          <dt>{t('services.documents')}</dt>
          <dd>
            {documents.length === 0 ? (
              <span className={styles.missing}>{t('services.noDocuments')}</span>
            ) : (
              <ol>
                {documents.map((line, index) => (
                  <li key={`${String(index)} ${line}`}>{line}</li>
                ))}
              </ol>
            )}
          </dd>
        </dl>
      )}
    </div>
  );
}
