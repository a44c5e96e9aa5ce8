import { Checkbox, Switch, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { AdminSlide, SlideChange } from '../../../electron/contract/admin-screens';
import { weekdayName } from '../../../electron/texts/dates';
import { callRoute } from '../../client/api';
import { DateField } from '../../ui/office/date-field';
import { useHallDate } from '../../ui/office/hall-time';
import styles from '../edit/panels.module.css';
import { SaveBar } from '../edit/save-bar';
import { TimeField } from '../edit/time-field';
import { useRowEditor } from '../edit/use-row-editor';
import { WholeNumberField } from '../edit/whole-number-field';
import { AskButton } from '../records/ask-dialog';
import { useTexts } from '../texts/use-texts';

const days = [1, 2, 3, 4, 5, 6, 7];

/** When a slide is shown, and how long. */
export function SlideEditor(props: {
  readonly slide: AdminSlide;
  readonly readOnly: boolean;
  readonly onRemoved: () => void;
}) {
  const { slide, readOnly } = props;
  const { t, language } = useTexts();
  const { id } = slide;
  const { edit, submit, bar } = useRowEditor<AdminSlide>({
    draftKey: `slide:${id}`,
    row: slide,
    names: {
      name: t('name'),
      seconds: t('slides.seconds'),
      weekdays: t('slides.days'),
      hours: t('slides.hours'),
      fromDate: t('slides.from'),
      toDate: t('slides.to'),
      shown: t('slides.shown'),
    },
    load: () => callRoute('adminSlide', { params: { id } }),
    change: (changes, ifVersion) =>
      callRoute('changeSlide', { params: { id }, ifVersion, body: changes as SlideChange }),
    make: () => Promise.reject(new Error('a slide is made by its file')),
    onMade: () => undefined,
  });
  const { value, set } = edit;
  const today = useHallDate();
  const dateOf = (field: 'fromDate' | 'toDate', label: string) => {
    const date = value[field];
    return (
      <div className={styles.row}>
        <Switch
          label={label}
          disabled={readOnly}
          checked={date !== null}
          onChange={(event) => set({ [field]: event.currentTarget.checked ? today : null })}
        />
        {date !== null && (
          <DateField
            label={label}
            value={date}
            readOnly={readOnly}
            onChange={(chosen) => set({ [field]: chosen })}
          />
        )}
      </div>
    );
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
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
      <div className={styles.row}>
        <TextInput
          label={t('name')}
          required
          withAsterisk={false}
          maxLength={80}
          readOnly={readOnly}
          value={value.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        {slide.kind === 'image' && (
          <WholeNumberField
            label={t('slides.seconds')}
            unit={t('unit.seconds')}
            least={3}
            most={300}
            disabled={readOnly}
            value={value.seconds}
            onChange={(seconds) => seconds !== null && set({ seconds })}
          />
        )}
      </div>
      <Switch
        label={t('slides.shown')}
        disabled={readOnly}
        checked={value.shown}
        onChange={(event) => set({ shown: event.currentTarget.checked })}
      />
      <Checkbox.Group
        label={t('slides.days')}
        value={value.weekdays.map(String)}
        onChange={(chosen) => chosen.length > 0 && set({ weekdays: chosen.map(Number).sort() })}
      >
        <div className={styles.row}>
          {days.map((day) => (
            <Checkbox key={day} value={String(day)} disabled={readOnly} label={weekdayName(day, language)} />
          ))}
        </div>
      </Checkbox.Group>
      <div className={styles.row}>
        <Switch
          label={t('slides.hours')}
          disabled={readOnly}
          checked={value.hours !== null}
          onChange={(event) =>
            set({ hours: event.currentTarget.checked ? { from: '08:00', to: '15:00' } : null })
          }
        />
        {value.hours && (
          <>
            <TimeField
              label={t('slides.hours.from')}
              value={minutesOf(value.hours.from)}
              onChange={(from) => value.hours && set({ hours: { ...value.hours, from: timeOf(from) } })}
            />
            <TimeField
              label={t('slides.hours.to')}
              value={minutesOf(value.hours.to)}
              onChange={(to) => value.hours && set({ hours: { ...value.hours, to: timeOf(to) } })}
            />
          </>
        )}
      </div>
      {dateOf('fromDate', t('slides.from'))}
      {dateOf('toDate', t('slides.to'))}
      {!readOnly && <SaveBar {...bar} />}
    </form>
  );
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

function timeOf(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
