import { Button, Checkbox, Radio, Select, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { AdminClosure, ClosureChange } from '../../../electron/contract/admin-hall';
import type { OpeningWeek } from '../../../electron/contract/configuration';
import { fieldShapes } from '../../../electron/contract/field-shapes';
import { callRoute } from '../../client/api';
import { refreshBelow } from '../../client/use-route';
import { DateField } from '../../ui/office/date-field';
import { FormError } from '../../ui/office/form-error';
import { EditForm } from '../edit/edit-form';
import { faultsWithin } from '../edit/faults';
import { FieldFault } from '../edit/field-fault';
import styles from '../edit/fields.module.css';
import { LocalizedFields } from '../edit/localized-fields';
import { useRowEditor } from '../edit/use-row-editor';
import { WeekEditor } from '../hours/week-editor';
import { inOfficeLanguages, useTexts } from '../texts';

const ramadanDay = (weekday: number, from: string, to: string) => ({
  weekday,
  opens: '08:00',
  closes: '15:00',
  breaks: [{ from, to }],
});
/** What a regency of the region keeps in Ramadan: half an hour at noon, longer for Friday prayer. */
const ramadanWeek: OpeningWeek = [
  ...[1, 2, 3, 4].map((weekday) => ramadanDay(weekday, '12:00', '12:30')),
  ramadanDay(5, '11:30', '13:00'),
];

/** Days on which something is closed, or keeps other hours, and why. */
export function ClosureEditor(props: {
  readonly closure: AdminClosure;
  readonly scopes: readonly { readonly value: string; readonly label: string }[];
  /** The hall's usual hours, from which other ones begin. */
  readonly usual: OpeningWeek;
  readonly readOnly: boolean;
  readonly onDone: () => void;
}) {
  const { closure, readOnly, onDone } = props;
  const { t } = useTexts();
  const queries = useQueryClient();
  const { id } = closure;
  const { edit, part } = useRowEditor<AdminClosure>({
    draftKey: `closure:${id}`,
    row: closure,
    rows: [
      { key: 'scope', label: t('closures.whose') },
      { key: 'from', label: t('closures.from') },
      { key: 'to', label: t('closures.to') },
      { key: 'week', label: t('closures.kind') },
      { key: 'reason', label: t('closures.reason') },
    ],
    shapes: fieldShapes.closures,
    load: () => callRoute('adminClosure', { params: { id } }),
    change: async (changes, ifVersion) => {
      const saved = await callRoute('changeClosure', {
        params: { id },
        ifVersion,
        body: changes as ClosureChange,
      });
      onDone();
      return saved;
    },
    make: ({ scope, from, to, reason, week }, key) =>
      callRoute('makeClosure', { key, body: { scope, from, to, reason, week } }),
    onMade: onDone,
  });
  const remove = useMutation({
    mutationFn: () => callRoute('removeClosure', { params: { id }, ifVersion: closure.version }),
    onSuccess: async () => {
      edit.discard();
      await refreshBelow(queries, '/admin');
      onDone();
    },
  });
  const { value, set } = edit;
  return (
    <EditForm parts={[part]} readOnly={readOnly}>
      <FormError error={remove.error} />
      {closure.unreadable.length > 0 && (
        <p className={styles.warning}>◆ {t('unreadable', { fields: closure.unreadable.join(', ') })}</p>
      )}
      <div className={styles.dates}>
        <DateField
          label={t('closures.from')}
          readOnly={readOnly}
          value={value.from}
          onChange={(from) => set({ from, to: value.to !== null && value.to < from ? from : value.to })}
        />
        {value.to === null ? (
          <TextInput label={t('closures.to')} readOnly value={t('closures.no_end')} />
        ) : (
          <DateField
            label={t('closures.to')}
            readOnly={readOnly}
            value={value.to}
            onChange={(to) => set({ to })}
          />
        )}
        <Select
          label={t('closures.whose')}
          searchable
          allowDeselect={false}
          readOnly={readOnly}
          data={props.scopes}
          value={value.scope}
          onChange={(scope) => scope && set({ scope })}
        />
      </div>
      <Checkbox
        label={t('closures.open_end')}
        disabled={readOnly}
        checked={value.to === null}
        onChange={(event) => set({ to: event.currentTarget.checked ? null : (closure.to ?? value.from) })}
      />
      {value.to !== null && value.to < value.from && (
        <p className={styles.warning}>◆ {t('closures.order')}</p>
      )}
      <LocalizedFields
        label={t('closures.reason')}
        help={t('closures.reason.help')}
        faults={faultsWithin(part.faults, 'reason')}
        value={value.reason}
        readOnly={readOnly}
        onChange={(reason) => set({ reason })}
      />
      <Radio.Group
        label={t('closures.kind')}
        readOnly={readOnly}
        value={value.week === null ? 'closed' : 'hours'}
        onChange={(kind) => set({ week: kind === 'closed' ? null : (closure.week ?? props.usual) })}
      >
        <div className={styles.row}>
          <Radio value="closed" label={t('closures.closed')} disabled={readOnly} />
          <Radio value="hours" label={t('closures.hours')} disabled={readOnly} />
        </div>
      </Radio.Group>
      {value.week !== null && (
        <>
          {!value.scope.startsWith('service:') && <p className={styles.help}>{t('closures.hours.help')}</p>}
          {!readOnly && (
            <div>
              <Button
                variant="default"
                size="sm"
                onClick={() =>
                  set({
                    week: ramadanWeek,
                    ...(value.reason.id ? {} : { reason: inOfficeLanguages('closures.ramadan.reason') }),
                  })
                }
              >
                {t('closures.ramadan')}
              </Button>
            </div>
          )}
          <WeekEditor
            week={value.week}
            saved={edit.base.week ?? []}
            readOnly={readOnly}
            onChange={(week) => set({ week: [...week] })}
          />
        </>
      )}
      {['scope', 'from', 'to', 'week'].map((field) => (
        <FieldFault key={field} faults={part.faults} of={field} />
      ))}
      {id !== '' && !readOnly && (
        <div>
          <Button variant="default" size="sm" loading={remove.isPending} onClick={() => remove.mutate()}>
            {t('closures.remove')}
          </Button>
        </div>
      )}
    </EditForm>
  );
}
