import { ActionIcon, Popover, TextInput } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { useState } from 'react';
import { parseWrittenDate } from '../../../electron/contract/written-date';
import { formatDate } from '../../i18n/time';
import { Calendar } from './calendar';
import { useEntranceTexts } from './office-texts';

/** `Wednesday, 30 September 2026` in whole. */
const roomForDate = 290;

/**
 * A date to type or to choose from a calendar, written out in the page's language whatever the browser's is: `Selasa, 24 November 2026`. What is typed
 * may be short (`24/11/2026`); what is no date is marked and hands nothing on.
 */
export function DateField(props: {
  readonly label: string;
  readonly description?: string;
  /** `2026-11-24`; empty for none, where that is allowed. */
  readonly value: string;
  /** Whether the field may be emptied, which hands on an empty text. */
  readonly optional?: boolean;
  readonly readOnly?: boolean;
  /** Why what stands here is refused, though it is a date. */
  readonly error?: string | null;
  readonly onChange: (date: string) => void;
}) {
  const { value, onChange, optional = false } = props;
  const { t, language } = useEntranceTexts();
  const [typed, setTyped] = useState<string | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const written = value === '' ? '' : formatDate(`${value}T00:00:00Z`, 'UTC', language, { year: true });
  const dateOf = (text: string) => (optional && text.trim() === '' ? '' : parseWrittenDate(text));
  const wrong = typed !== null && dateOf(typed) === null;
  return (
    <TextInput
      label={props.label}
      description={props.description}
      placeholder="24/11/2026"
      autoComplete="off"
      required={!optional}
      withAsterisk={false}
      readOnly={props.readOnly ?? false}
      rightSection={
        !props.readOnly && (
          <Popover
            opened={isOpen}
            onChange={setIsOpen}
            position="bottom-end"
            trapFocus
            returnFocus
            shadow="md"
          >
            <Popover.Target>
              <ActionIcon
                variant="subtle"
                size={34}
                aria-label={t('date.calendar')}
                onClick={() => setIsOpen((before) => !before)}
              >
                <IconCalendar size={20} aria-hidden />
              </ActionIcon>
            </Popover.Target>
            <Popover.Dropdown p={10}>
              <Calendar
                value={value}
                onChoose={(date) => {
                  setTyped(null);
                  setIsOpen(false);
                  onChange(date);
                }}
              />
            </Popover.Dropdown>
          </Popover>
        )
      }
      w={roomForDate}
      maw="100%"
      error={wrong ? t('date.rule') : (props.error ?? null)}
      value={typed ?? written}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        const date = dateOf(text);
        if (date !== null) onChange(date);
      }}
      // Said below it, in the page's language, and not in a browser's bubble.
      onInvalid={(event) => {
        event.preventDefault();
        setTyped((text) => text ?? '');
      }}
      onBlur={() => {
        if (!wrong) setTyped(null);
      }}
    />
  );
}
