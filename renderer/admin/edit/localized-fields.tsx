import { Textarea, TextInput } from '@mantine/core';
import type { Language, Localized, LocalizedList } from '../../../electron/contract/common';
import type { FieldShape } from '../../../electron/contract/field-shapes';
import { languages } from '../../../electron/contract/languages';
import { useTexts } from '../texts';
import styles from './fields.module.css';

/** A text in the three languages, side by side; the Indonesian one stands in for the others where they are empty. */
export function LocalizedFields(props: {
  readonly label: string;
  readonly help?: string | undefined;
  readonly shape: FieldShape | undefined;
  readonly error?: string | null;
  readonly value: Localized;
  readonly readOnly: boolean;
  readonly onChange: (value: Localized) => void;
}) {
  const { languageName } = useTexts();
  return (
    <fieldset className={styles.fields}>
      <legend className={styles.legend}>
        {props.label} {props.help && <span className={styles.help}>{props.help}</span>}
      </legend>
      {languages.map((language) => (
        <TextInput
          key={language}
          label={languageName(language)}
          lang={language}
          required={(props.shape?.parts?.[language]?.min ?? 0) > 0}
          withAsterisk={false}
          maxLength={props.shape?.parts?.[language]?.max ?? 0}
          error={language === 'id' ? props.error : null}
          readOnly={props.readOnly}
          value={props.value[language]}
          onChange={(event) => props.onChange({ ...props.value, [language]: event.currentTarget.value })}
        />
      ))}
    </fieldset>
  );
}

/** A list in the three languages: a line each, the same lines in each language. */
export function LocalizedLines(props: {
  readonly label: string;
  readonly help?: string | undefined;
  readonly error?: string | null;
  readonly value: LocalizedList;
  readonly readOnly: boolean;
  readonly onChange: (value: LocalizedList) => void;
}) {
  const { languageName } = useTexts();
  const change = (language: Language, text: string) =>
    props.onChange({ ...props.value, [language]: text === '' ? [] : text.split('\n') });
  return (
    <fieldset className={styles.fields}>
      <legend className={styles.legend}>
        {props.label} {props.help && <span className={styles.help}>{props.help}</span>}
      </legend>
      {languages.map((language) => (
        <Textarea
          key={language}
          label={languageName(language)}
          lang={language}
          rows={4}
          error={language === 'id' ? props.error : null}
          readOnly={props.readOnly}
          value={props.value[language]?.join('\n')}
          onChange={(event) => change(language, event.currentTarget.value)}
        />
      ))}
    </fieldset>
  );
}

/** The lines that hold something: an empty line was only typed on the way. */
export function filledLines(list: LocalizedList): LocalizedList {
  const filled = (lines: readonly string[]) => lines.map((line) => line.trim()).filter((line) => line !== '');
  return { ...list, id: filled(list.id), en: filled(list.en), jv: filled(list.jv) };
}
