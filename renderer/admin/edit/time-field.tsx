import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../texts';

/** `8`, `08.00`, `8:00` or `0800` → minutes after midnight; null where it is no time. `24.00` is the day's end. */
export function parseTime(text: string): number | null {
  const match = /^(\d{1,2})(?:[.:]?(\d{2}))?$/.exec(text.trim());
  if (!match) return null;
  const minutes = Number(match[1]) * 60 + Number(match[2] ?? 0);
  return Number(match[2] ?? 0) < 60 && minutes <= 24 * 60 ? minutes : null;
}

/** 480 → `08.00`, as people write it here, on 24 hours whatever the browser's language is. */
export function writtenTime(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}.${two(minutes % 60)}`;
}

/** A time of day to type; it is handed on when the field is left or Enter is pressed. */
export function TimeField(props: {
  readonly label: string;
  /** Minutes after midnight. */
  readonly value: number;
  readonly onChange: (minutes: number) => void;
}) {
  const { value, onChange } = props;
  const { t } = useTexts();
  const [typed, setTyped] = useState<string | null>(null);
  const minutes = typed === null ? value : parseTime(typed);
  const hand = () => {
    if (minutes === null) return;
    setTyped(null);
    if (minutes !== value) onChange(minutes);
  };
  return (
    <TextInput
      size="sm"
      w={96}
      aria-label={props.label}
      inputMode="decimal"
      placeholder="08.00"
      autoComplete="off"
      error={minutes === null ? t('time.rule') : null}
      value={typed ?? writtenTime(value)}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={hand}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        hand();
      }}
    />
  );
}
