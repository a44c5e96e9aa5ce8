import { TextInput } from '@mantine/core';
import type { OwnText } from '../../../electron/contract/appearance';
import { languages } from '../../../electron/contract/languages';
import { useTexts } from '../texts/use-texts';
import styles from './fields.module.css';

/** A text of the hall's own in the three languages, all of which may be empty. */
export function OwnTextFields(props: {
  readonly label: string;
  readonly help: string;
  readonly value: OwnText;
  readonly readOnly: boolean;
  readonly onChange: (value: OwnText) => void;
}) {
  const { t } = useTexts();
  return (
    <fieldset className={styles.fields}>
      <legend className={styles.legend}>
        {props.label} <span className={styles.help}>{props.help}</span>
      </legend>
      {languages.map((language) => (
        <TextInput
          key={language}
          label={t(`language.${language}`)}
          lang={language}
          maxLength={120}
          readOnly={props.readOnly}
          value={props.value[language]}
          onChange={(event) => props.onChange({ ...props.value, [language]: event.currentTarget.value })}
        />
      ))}
    </fieldset>
  );
}
