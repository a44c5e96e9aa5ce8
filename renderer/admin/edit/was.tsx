import { VisuallyHidden } from '@mantine/core';
import { useTexts } from '../texts';
import styles from './was.module.css';

/** Letters of a saved value that are still said: of a longer one there is only the way back to it. */
const shortest = 28;

/** What a changed field was, and the way back to it. */
export function Was(props: {
  readonly label: string;
  readonly empty?: string | undefined;
  readonly values?: Readonly<Record<string, string>> | undefined;
  /** As it is saved. */
  readonly value: unknown;
  readonly onBack: () => void;
}) {
  const { t } = useTexts();
  const { value, values } = props;
  const words = () => {
    if (typeof value === 'boolean') return t('was', { value: t(value ? 'flag.on' : 'flag.off') });
    if (value === null || value === '')
      return props.empty ? t('was', { value: props.empty }) : t('was.empty');
    if (typeof value !== 'string' && typeof value !== 'number') return '';
    const said = values?.[String(value)] ?? String(value);
    return said.length <= shortest ? t('was', { value: said }) : '';
  };
  return (
    <p className={styles.was}>
      <span aria-hidden>◆</span> {words()}{' '}
      <button type="button" onClick={props.onBack}>
        {t('was.back')}
        <VisuallyHidden> {props.label}</VisuallyHidden>
      </button>
    </p>
  );
}
