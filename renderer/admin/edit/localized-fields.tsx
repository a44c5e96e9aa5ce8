import { Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Language, Localized, LocalizedList } from '../../../electron/contract/common';
import { languages } from '../../../electron/contract/languages';
import { useTexts } from '../texts';
import { type Faults, faultsWithin } from './faults';
import styles from './fields.module.css';

/** A longer text in all languages, a line each; the Indonesian one stands in for the others where they are empty. */
export function LocalizedFields(props: {
  readonly label: string;
  readonly help?: string | undefined;
  readonly faults?: Faults;
  readonly value: Localized;
  readonly readOnly: boolean;
  readonly onChange: (value: Localized) => void;
}) {
  const { faults = {}, value } = props;
  return (
    <LanguageLines label={props.label} help={props.help}>
      {(language, label) => (
        <TextInput
          aria-label={label}
          lang={language}
          error={faults[language] ?? (language === 'id' ? faults[''] : null)}
          readOnly={props.readOnly}
          value={value[language]}
          onChange={(event) => props.onChange({ ...value, [language]: event.currentTarget.value })}
        />
      )}
    </LanguageLines>
  );
}

/** A list in all languages: a line each, the same lines in each language. */
export function LocalizedLines(props: {
  readonly label: string;
  readonly help?: string | undefined;
  readonly faults?: Faults;
  readonly value: LocalizedList;
  readonly readOnly: boolean;
  readonly onChange: (value: LocalizedList) => void;
}) {
  const change = (language: Language, text: string) =>
    props.onChange({ ...props.value, [language]: text === '' ? [] : text.split('\n') });
  return (
    <LanguageLines label={props.label} help={props.help}>
      {(language, label) => (
        <Textarea
          aria-label={label}
          lang={language}
          autosize
          minRows={2}
          error={Object.values(faultsWithin(props.faults ?? {}, language))[0] ?? null}
          readOnly={props.readOnly}
          value={props.value[language]?.join('\n')}
          onChange={(event) => change(language, event.currentTarget.value)}
        />
      )}
    </LanguageLines>
  );
}

function LanguageLines(props: {
  readonly label: string;
  readonly help: string | undefined;
  readonly children: (language: Language, label: string) => ReactNode;
}) {
  const { languageName } = useTexts();
  return (
    <fieldset className={styles.languages}>
      <legend className={styles.legend}>{props.label}</legend>
      {props.help && <p className={styles.help}>{props.help}</p>}
      {languages.map((language) => (
        <div key={language} className={styles.language}>
          <span aria-hidden>{languageName(language)}</span>
          {props.children(language, languageName(language))}
        </div>
      ))}
    </fieldset>
  );
}

/** The lines that hold something: an empty line was only typed on the way. */
export function filledLines(list: LocalizedList): LocalizedList {
  const filled = (lines: readonly string[]) => lines.map((line) => line.trim()).filter((line) => line !== '');
  return { ...list, id: filled(list.id), en: filled(list.en), jv: filled(list.jv) };
}
