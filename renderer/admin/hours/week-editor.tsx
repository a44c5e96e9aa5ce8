import { Button } from '@mantine/core';
import { IconClock, IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import type { OpeningWeek } from '../../../electron/contract/configuration';
import { weekdayName } from '../../../electron/texts/dates';
import { sameValue } from '../../ui/office/drafts';
import { writtenTime } from '../edit/time-field';
import { useTexts } from '../texts';
import { DayBar } from './day-bar';
import { TypedTimes } from './typed-times';
import { breaksOf, type Span, shownHours, spansOf, without, withSpans } from './week';
import styles from './week-editor.module.css';

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
const friday = 5;
const usualDay: readonly Span[] = [{ from: 8 * 60, to: 15 * 60 }];
/** The time of Friday prayer with its way there and back. */
const fridayPrayer: Span = { from: 11 * 60, to: 13 * 60 };

/** A bar of less than this share of the day has no room for its times. */
const leastShare = 0.2;

function isShort({ from, to }: Span, hours: number): boolean {
  return (to - from) / 60 / hours < leastShare;
}

function inWords({ from, to }: Span): string {
  return `${writtenTime(from)}–${writtenTime(to)}`;
}

/** The hours of a week: a bar for each day, with handles for its ends; a break is a gap, told again in words. */
export function WeekEditor(props: {
  readonly week: OpeningWeek;
  /** As it is saved: the days that differ are marked. */
  readonly saved: OpeningWeek;
  /** The wider hours behind own ones; null: there are none, or these are they. */
  readonly wider?: OpeningWeek | null;
  readonly readOnly: boolean;
  readonly onChange: (week: OpeningWeek) => void;
}) {
  const { week, saved, readOnly, onChange } = props;
  const { t, language } = useTexts();
  const [typing, setTyping] = useState<number | null>(null);
  const { first, last } = shownHours([...week, ...(props.wider ?? [])]);
  const set = (weekday: number, spans: readonly Span[]) => onChange(withSpans(week, weekday, spans));
  const words = (spans: readonly Span[]) => {
    if (spans.length === 0) return t('week.addHours');
    const breaks = breaksOf(spans).map(inWords);
    return breaks.length > 0 ? t('week.breaks', { breaks: breaks.join(', ') }) : t('week.noBreak');
  };
  return (
    <div className={styles.week}>
      <div className={styles.scale} aria-hidden>
        {Array.from({ length: Math.floor((last - first) / 2) + 1 }, (_, index) => first + 2 * index).map(
          (hour) => (
            <span key={hour} style={{ left: `${((hour - first) / (last - first)) * 100}%` }}>
              {String(hour).padStart(2, '0')}
            </span>
          ),
        )}
      </div>
      {weekdays.map((weekday) => {
        const name = weekdayName(weekday, language);
        const spans = spansOf(week, weekday);
        const differs = !sameValue(spans, spansOf(saved, weekday));
        return (
          <fieldset
            key={weekday}
            className={styles.day}
            data-short={spans.some((span) => isShort(span, last - first)) || undefined}
            aria-label={name}
          >
            <strong>{name}</strong>
            <DayBar
              name={name}
              spans={spans}
              wider={props.wider ? spansOf(props.wider, weekday) : []}
              first={first}
              last={last}
              readOnly={readOnly}
              onChange={(changed) => set(weekday, changed)}
            />
            <button
              type="button"
              className={styles.words}
              data-differs={differs || undefined}
              disabled={readOnly}
              aria-expanded={typing === weekday}
              onClick={() => {
                if (spans.length === 0) set(weekday, usualDay);
                setTyping(typing === weekday ? null : weekday);
              }}
            >
              {differs && '◆ '}
              <span className={styles.brief}>{words(spans)}</span>
              {/* Where bars are too short for words of their own. */}
              <span className={styles.whole}>
                {spans.length === 0 ? words(spans) : spans.map(inWords).join(', ')}
              </span>
            </button>
            {typing === weekday && (
              <TypedTimes name={name} spans={spans} onChange={(changed) => set(weekday, changed)} />
            )}
          </fieldset>
        );
      })}
      {!readOnly && (
        <div className={styles.presets}>
          <Button
            variant="default"
            size="sm"
            leftSection={<IconCopy size={18} aria-hidden />}
            onClick={() =>
              onChange(
                [2, 3, 4].reduce((copied, weekday) => withSpans(copied, weekday, spansOf(week, 1)), week),
              )
            }
          >
            {t('week.copyMonday')}
          </Button>
          <Button
            variant="default"
            size="sm"
            leftSection={<IconClock size={18} aria-hidden />}
            onClick={() => set(friday, without(spansOf(week, friday), [fridayPrayer]))}
          >
            {t('week.fridayPrayer')}
          </Button>
        </div>
      )}
    </div>
  );
}
