import { TextInput } from '@mantine/core';
import { useId } from 'react';
import type { Language, Localized } from '../../../electron/contract/common';
import type { FieldShape } from '../../../electron/contract/field-shapes';
import { languages } from '../../../electron/contract/languages';
import { useTexts } from '../texts';
import type { Faults } from './faults';
import styles from './language-matrix.module.css';
import { Was } from './was';

/** A text of the matrix. */
export interface MatrixRow {
  readonly key: string;
  readonly label: string;
  readonly help?: string | undefined;
  readonly shape: FieldShape | undefined;
  /** Why it is refused, by its languages. */
  readonly faults: Faults;
  readonly value: Localized;
  /** As it is saved. */
  readonly was?: Localized | undefined;
  readonly readOnly: boolean;
  readonly onChange: (value: Localized) => void;
}

/** Texts in all languages: a column each, a row a text; the Indonesian one stands in for the others where they are empty. */
export function LanguageMatrix({ rows }: { readonly rows: readonly MatrixRow[] }) {
  const { languageName } = useTexts();
  return (
    <div
      className={styles.matrix}
      style={{ '--languages': languages.length } as Record<string, string | number>}
    >
      <div className={styles.head} aria-hidden>
        <span />
        {languages.map((language) => (
          <span key={language}>{languageName(language)}</span>
        ))}
      </div>
      {rows.map((row) => (
        <Row key={row.key} row={row} />
      ))}
    </div>
  );
}

function Row({ row }: { readonly row: MatrixRow }) {
  const { languageName } = useTexts();
  const label = useId();
  const { value, was, readOnly } = row;
  const isChanged = (language: Language) => was !== undefined && was[language] !== value[language];
  const faultOf = (language: Language) =>
    row.faults[language] ?? (language === 'id' ? row.faults[''] : undefined);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend is no cell of a grid.
    <div className={styles.row} role="group" aria-labelledby={label} data-field={row.key}>
      <div>
        <span id={label} className={styles.label}>
          {row.label}
        </span>
        {row.help && <span className={styles.help}>{row.help}</span>}
      </div>
      {languages.map((language) => (
        <div
          key={language}
          className={styles.cell}
          data-language={languageName(language)}
          data-changed={isChanged(language) || undefined}
        >
          <TextInput
            size="sm"
            aria-label={languageName(language)}
            lang={language}
            readOnly={readOnly}
            error={faultOf(language)}
            title={value[language]}
            value={value[language]}
            onChange={(event) => row.onChange({ ...value, [language]: event.currentTarget.value })}
          />
          {isChanged(language) && !readOnly && (
            <Was
              label={`${row.label}, ${languageName(language)}`}
              value={was?.[language]}
              onBack={() => was && row.onChange({ ...value, [language]: was[language] })}
            />
          )}
        </div>
      ))}
    </div>
  );
}
