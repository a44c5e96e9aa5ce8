import { Checkbox } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { AdminSlide, SlideChange } from '../../../electron/contract/admin-screens';
import { fieldShapes } from '../../../electron/contract/field-shapes';
import { weekdayName } from '../../../electron/texts/dates';
import { callRoute } from '../../client/api';
import { DateField } from '../../ui/office/date-field';
import { useHallDate } from '../../ui/office/hall-time';
import { FlagControl } from '../edit/controls';
import { EditForm } from '../edit/edit-form';
import type { ControlProps, FieldRow } from '../edit/field-row';
import { FieldTable } from '../edit/field-table';
import styles from '../edit/panels.module.css';
import { TimeField } from '../edit/time-field';
import { useFieldWords } from '../edit/use-field-words';
import { useRowEditor } from '../edit/use-row-editor';
import { AskButton } from '../records/ask-dialog';
import { useTexts } from '../texts';

const days = [1, 2, 3, 4, 5, 6, 7];

/** When a slide is shown, and how long. */
export function SlideEditor(props: {
  readonly slide: AdminSlide;
  readonly readOnly: boolean;
  readonly onRemoved: () => void;
}) {
  const { slide, readOnly } = props;
  const { t } = useTexts();
  const { id } = slide;
  const words = useFieldWords();
  const rows: FieldRow<AdminSlide>[] = [
    { key: 'name', ...words('name') },
    ...(slide.kind === 'image'
      ? [{ key: 'seconds', ...words('slides.seconds'), unit: 'seconds' } as const]
      : []),
    { key: 'shown', ...words('slides.shown') },
    { key: 'weekdays', ...words('slides.days'), control: WeekdaysControl },
    { key: 'hours', ...words('slides.hours'), control: HoursControl },
    { key: 'fromDate', ...words('slides.from'), control: DateControl },
    { key: 'toDate', ...words('slides.to'), control: DateControl },
  ];
  const { edit, table, part } = useRowEditor<AdminSlide>({
    draftKey: `slide:${id}`,
    row: slide,
    rows,
    shapes: fieldShapes.slides,
    load: () => callRoute('adminSlide', { params: { id } }),
    change: (changes, ifVersion) =>
      callRoute('changeSlide', { params: { id }, ifVersion, body: changes as SlideChange }),
    make: () => Promise.reject(new Error('a slide is made by its file')),
    onMade: () => undefined,
  });
  return (
    <EditForm parts={[part]} readOnly={readOnly}>
      <div className={styles.row}>
        <h2 style={{ flex: 1 }}>{slide.name}</h2>
        {!readOnly && (
          <AskButton
            text={t('slides.remove')}
            icon={<IconTrash size={18} aria-hidden />}
            title={t('slides.remove.title', { name: slide.name })}
            sentence={t('slides.remove.sentence')}
            confirm={t('slides.remove')}
            grave
            act={() => callRoute('removeSlide', { params: { id }, ifVersion: slide.version })}
            onDone={() => {
              edit.discard();
              props.onRemoved();
            }}
          />
        )}
      </div>
      {slide.missing ? (
        <p className={styles.warning}>◆ {t('slides.missing.help')}</p>
      ) : slide.kind === 'image' ? (
        <img className={styles.slide} src={slide.url} alt={slide.name} />
      ) : (
        <video className={styles.slide} src={slide.url} muted controls aria-label={slide.name} />
      )}
      <FieldTable rows={rows} {...table} readOnly={readOnly} />
    </EditForm>
  );
}

function WeekdaysControl(props: ControlProps<AdminSlide, number[]>) {
  const { language } = useTexts();
  return (
    <Checkbox.Group
      label={props.label}
      error={props.error}
      value={props.value.map(String)}
      onChange={(chosen) => chosen.length > 0 && props.onChange(chosen.map(Number).sort())}
    >
      <div className={styles.row}>
        {days.map((day) => (
          <Checkbox
            key={day}
            value={String(day)}
            disabled={props.readOnly}
            label={weekdayName(day, language)}
          />
        ))}
      </div>
    </Checkbox.Group>
  );
}

function HoursControl({ value, onChange, ...field }: ControlProps<AdminSlide, AdminSlide['hours']>) {
  const { t } = useTexts();
  return (
    <div className={styles.row}>
      <FlagControl
        {...field}
        value={value !== null}
        onChange={(isBound) => onChange(isBound ? { from: '08:00', to: '15:00' } : null)}
      />
      {value && (
        <>
          <TimeField
            label={t('slides.hours.from')}
            value={minutesOf(value.from)}
            onChange={(from) => onChange({ ...value, from: timeOf(from) })}
          />
          <TimeField
            label={t('slides.hours.to')}
            value={minutesOf(value.to)}
            onChange={(to) => onChange({ ...value, to: timeOf(to) })}
          />
        </>
      )}
    </div>
  );
}

function DateControl({ value, onChange, ...field }: ControlProps<AdminSlide, string | null>) {
  const today = useHallDate();
  return (
    <div className={styles.row}>
      <FlagControl {...field} value={value !== null} onChange={(isSet) => onChange(isSet ? today : null)} />
      {value !== null && (
        <DateField label={field.label} value={value} readOnly={field.readOnly} onChange={onChange} />
      )}
    </div>
  );
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

function timeOf(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
