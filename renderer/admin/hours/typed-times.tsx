import { Button } from '@mantine/core';
import { TimeField } from '../edit/time-field';
import { useTexts } from '../texts';
import { moveEnd, placed, type Span } from './week';
import styles from './week-editor.module.css';

/** A day's stretches as times to type; stretches are added and taken away here. */
export function TypedTimes(props: {
  readonly name: string;
  readonly spans: readonly Span[];
  readonly onChange: (spans: readonly Span[]) => void;
}) {
  const { name, spans, onChange } = props;
  const { t } = useTexts();
  const last = spans.at(-1);
  const mayAdd = last !== undefined && last.to <= 22 * 60 && spans.length < 7;
  return (
    <div className={styles.typed}>
      {placed(spans).map(({ place, ...span }) => (
        <div key={place} className={styles.typedSpan}>
          {(['from', 'to'] as const).map((end) => (
            <TimeField
              key={end}
              label={t(end === 'from' ? 'week.typedOpens' : 'week.typedCloses', { day: name, place })}
              value={span[end]}
              onChange={(minutes) => onChange(moveEnd(spans, place - 1, end, minutes))}
            />
          ))}
          <Button
            variant="default"
            size="sm"
            onClick={() => onChange(spans.filter((_, each) => each !== place - 1))}
          >
            {t('week.remove')}
          </Button>
        </div>
      ))}
      <Button
        variant="default"
        size="sm"
        disabled={!mayAdd}
        onClick={() => last && onChange([...spans, { from: last.to + 60, to: last.to + 120 }])}
      >
        {t('week.addSpan')}
      </Button>
    </div>
  );
}
