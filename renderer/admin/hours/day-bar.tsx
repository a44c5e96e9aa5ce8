import { IconLock } from '@tabler/icons-react';
import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { writtenTime } from '../edit/time-field';
import { useTexts } from '../texts';
import { dragStep, keyStep, moveEnd, placed, type Span } from './week';
import styles from './week-editor.module.css';

/** One day's bar: its open stretches, whose ends are dragged in half hours or moved by arrow keys in five minutes. */
export function DayBar(props: {
  readonly name: string;
  readonly spans: readonly Span[];
  /** The wider hours, drawn behind them. */
  readonly wider: readonly Span[];
  /** The hours at the bar's ends. */
  readonly first: number;
  readonly last: number;
  readonly readOnly: boolean;
  readonly onChange: (spans: readonly Span[]) => void;
}) {
  const { name, spans, first, last, readOnly, onChange } = props;
  const { t } = useTexts();
  const bar = useRef<HTMLDivElement>(null);
  const share = (minutes: number) => ((minutes / 60 - first) / (last - first)) * 100;

  const drag = (event: PointerEvent, index: number, end: 'from' | 'to') => {
    const box = bar.current?.getBoundingClientRect();
    if (!box || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const minutes = (first + ((event.clientX - box.left) / box.width) * (last - first)) * 60;
    onChange(moveEnd(spans, index, end, Math.round(minutes / dragStep) * dragStep));
  };
  const byKeys = (event: KeyboardEvent, index: number, end: 'from' | 'to') => {
    const by = ['ArrowLeft', 'ArrowDown'].includes(event.key)
      ? -keyStep
      : ['ArrowRight', 'ArrowUp'].includes(event.key)
        ? keyStep
        : 0;
    const span = spans[index];
    if (by === 0 || !span) return;
    event.preventDefault();
    onChange(moveEnd(spans, index, end, span[end] + by));
  };

  return (
    <div className={styles.bar} ref={bar} style={{ backgroundSize: `${100 / (last - first)}% 100%` }}>
      {spans.length === 0 && (
        <span className={styles.closed}>
          <IconLock size={16} aria-hidden />
          {t('week.closed')}
        </span>
      )}
      {placed(props.wider).map(({ place, ...span }) => (
        <div
          key={`wider ${String(place)}`}
          className={styles.wider}
          style={{ left: `${share(span.from)}%`, width: `${share(span.to) - share(span.from)}%` }}
        />
      ))}
      {placed(spans).map(({ place, ...span }) => (
        <div
          key={place}
          className={styles.span}
          style={{ left: `${share(span.from)}%`, width: `${share(span.to) - share(span.from)}%` }}
        >
          <span className={styles.times}>
            {writtenTime(span.from)}–{writtenTime(span.to)}
          </span>
          {!readOnly &&
            (['from', 'to'] as const).map((end) => (
              <span
                key={end}
                role="slider"
                tabIndex={0}
                className={styles.handle}
                data-end={end}
                aria-label={t(end === 'from' ? 'week.opens' : 'week.closes', { day: name, place })}
                aria-valuemin={0}
                aria-valuemax={24 * 60}
                aria-valuenow={span[end]}
                aria-valuetext={writtenTime(span[end])}
                onKeyDown={(event) => byKeys(event, place - 1, end)}
                onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
                onPointerMove={(event) => drag(event, place - 1, end)}
              />
            ))}
        </div>
      ))}
    </div>
  );
}
