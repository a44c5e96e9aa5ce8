import type { AdminHours } from '../../../electron/contract/admin-hall';
import type { OpeningWeek } from '../../../electron/contract/configuration';
import { fieldShapes } from '../../../electron/contract/field-shapes';
import { callRoute } from '../../client/api';
import { FieldFault } from '../edit/field-fault';
import { NumberField } from '../edit/number-field';
import { type RowEditor, useRowEditor } from '../edit/use-row-editor';
import { useTexts } from '../texts';
import styles from './hours-editor.module.css';
import { WeekEditor } from './week-editor';

/** One week of hours as it is edited and saved; without an id it is made. */
export function useHoursEditor(hours: AdminHours): RowEditor<AdminHours> {
  const { t } = useTexts();
  const { id, scope } = hours;
  return useRowEditor<AdminHours>({
    draftKey: `hours:${scope}`,
    row: hours,
    rows: [
      { key: 'week', label: t('hours.week') },
      { key: 'lastTicketMinutesBefore', label: t('hours.early') },
    ],
    shapes: fieldShapes.hours,
    load: () => callRoute('adminHoursOf', { params: { id } }),
    change: ({ week, lastTicketMinutesBefore }, ifVersion) =>
      callRoute('changeHours', {
        params: { id },
        ifVersion,
        body: {
          ...(week === undefined ? {} : { week }),
          ...(lastTicketMinutesBefore === undefined ? {} : { lastTicketMinutesBefore }),
        },
      }),
    make: ({ week, lastTicketMinutesBefore }, key) =>
      callRoute('makeHours', { key, body: { scope, week, lastTicketMinutesBefore } }),
    onMade: () => undefined,
  });
}

/** The week, and how long before closing the last number is given. */
export function HoursFields(props: {
  readonly editor: RowEditor<AdminHours>;
  /** The wider hours behind own ones; null: there are none, or these are they. */
  readonly wider: OpeningWeek | null;
  readonly readOnly: boolean;
}) {
  const { readOnly } = props;
  const { edit, part } = props.editor;
  const { t } = useTexts();
  const { value, base, set } = edit;
  return (
    <>
      <WeekEditor
        wider={props.wider}
        week={value.week}
        saved={base.week}
        readOnly={readOnly}
        onChange={(week) => set({ week: [...week] })}
      />
      <FieldFault faults={part.faults} of="week" />
      <div className={styles.early}>
        <NumberField
          label={t('hours.early')}
          description={t('hours.early.help')}
          unit="minutes"
          readOnly={readOnly}
          value={value.lastTicketMinutesBefore}
          error={part.faults.lastTicketMinutesBefore ?? null}
          // What is no number is refused before it is sent.
          onChange={(minutes) => set({ lastTicketMinutesBefore: minutes as number })}
        />
      </div>
    </>
  );
}
