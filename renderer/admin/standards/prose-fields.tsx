import { Textarea } from '@mantine/core';
import type { Localized } from '../../../electron/contract/common';
import { languages } from '../../../electron/contract/languages';
import { faultsWithin } from '../edit/faults';
import type { ControlProps } from '../edit/field-row';
import fields from '../edit/fields.module.css';
import { useTexts } from '../texts';
import styles from './standards.module.css';

/** A text of several lines in all languages; the Indonesian one stands in for the others where they are empty. */
export function LocalizedProse(props: {
  readonly label: string;
  readonly help?: string | undefined;
  readonly faults: ControlProps<unknown, unknown>['faults'];
  readonly value: Localized;
  readonly readOnly: boolean;
  readonly onChange: (value: Localized) => void;
}) {
  const { languageName } = useTexts();
  const { value } = props;
  return (
    <fieldset className={fields.languages}>
      <legend className={fields.legend}>{props.label}</legend>
      {props.help && <p className={fields.help}>{props.help}</p>}
      {languages.map((language) => (
        <div key={language} className={fields.language}>
          <span aria-hidden>{languageName(language)}</span>
          <Textarea
            aria-label={`${props.label}, ${languageName(language)}`}
            lang={language}
            autosize
            minRows={language === 'id' ? 2 : 1}
            error={Object.values(faultsWithin(props.faults, language))[0] ?? null}
            readOnly={props.readOnly}
            value={value[language] ?? ''}
            onChange={(event) => props.onChange({ ...value, [language]: event.currentTarget.value })}
          />
        </div>
      ))}
    </fieldset>
  );
}

/** A text of several lines in Indonesian, read inside alone. */
export function ProseControl<Row, Value extends string>(props: ControlProps<Row, Value>) {
  return (
    <Textarea
      className={styles.prose ?? ''}
      label={props.label}
      description={props.help}
      lang="id"
      autosize
      minRows={2}
      readOnly={props.readOnly}
      error={props.error}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value as Value)}
    />
  );
}
