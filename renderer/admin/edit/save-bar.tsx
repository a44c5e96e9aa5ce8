import { Button } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { Refused } from '../../client/api';
import { faultLine } from '../../ui/office/fault-line';
import { useTexts } from '../texts';
import styles from './save-bar.module.css';

/**
 * Always in view below an editor: what isn't saved, why it was refused, and the two buttons. Where another admin
 * saved meanwhile, it names what they changed and lets the person choose whose is kept.
 */
export function SaveBar(props: {
  /** The changed fields in people's words. */
  readonly changed: readonly string[];
  /** What each field is called, for the sentence of a refusal. */
  readonly names?: Readonly<Partial<Record<string, string>>>;
  readonly saving: boolean;
  readonly error: Error | null;
  /** What another admin changed since this edit began, in people's words; null: nothing is known. */
  readonly meanwhile?: readonly string[] | null;
  readonly saveText?: string;
  readonly onKeepMine?: () => void;
  readonly onDiscard: () => void;
  readonly onSave?: () => void;
}) {
  const { t } = useTexts();
  const { changed, meanwhile } = props;
  const idle = changed.length === 0;
  return (
    <footer className={styles.bar}>
      {meanwhile ? (
        <div className={styles.meanwhile} role="alert">
          <IconAlertCircle size={22} aria-hidden />
          <span>
            {meanwhile.length > 0
              ? t('save.meanwhile', { fields: meanwhile.join(', ') })
              : t('save.meanwhileSame')}
          </span>
        </div>
      ) : props.error ? (
        <div className={styles.meanwhile} role="alert">
          <IconAlertCircle size={22} aria-hidden />
          <span>{sentenceOf(props.error, props.names ?? {}, t('notSent'))}</span>
        </div>
      ) : (
        <p className={styles.unsaved} role="status">
          {!idle && <>◆ {t('save.unsaved', { fields: changed.join(', ') })}</>}
        </p>
      )}
      <Button variant="default" disabled={idle} onClick={props.onDiscard}>
        {t(meanwhile ? 'save.takeTheirs' : 'save.discard')}
      </Button>
      {meanwhile && props.onKeepMine ? (
        // A key of its own: reused as the save button within its own press, it would submit the form.
        <Button key="keep" onClick={props.onKeepMine}>
          {t('save.keepMine')}
        </Button>
      ) : (
        <Button key="save" type="submit" disabled={idle} loading={props.saving} onClick={props.onSave}>
          {props.saveText ?? t('save')}
        </Button>
      )}
    </footer>
  );
}

/** Why the server refused, with the fields at fault by people's names; or that it can't be reached. */
function sentenceOf(error: Error, names: Readonly<Partial<Record<string, string>>>, notSent: string): string {
  if (!(error instanceof Refused)) return notSent;
  const { code, title, detail, errors = [] } = error.problem;
  if (errors.length === 0) return detail;
  const faults = errors.map(
    ({ path, message }) => `${faultLine(names[path.split('.')[0] ?? ''] ?? path, message)}.`,
  );
  // The detail lists the fields as programs know them.
  return [code === 'invalid_request' ? `${title}.` : detail, ...new Set(faults)].join(' ');
}
