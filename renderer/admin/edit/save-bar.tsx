import { Button } from '@mantine/core';
import { IconAlertCircle, IconCircleCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Refused } from '../../client/api';
import { useDraftStore } from '../../ui/office/drafts';
import { useHallTimeOf } from '../../ui/office/hall-time';
import { useTexts } from '../texts';
import styles from './save-bar.module.css';
import type { EditPart } from './use-row-editor';

/**
 * Always in view below an editor: how much isn't saved, how many fields are to be put right and the way to the first, when it
 * was saved last, and the two buttons. Where another admin saved meanwhile, it names what they changed and lets the person
 * choose whose is kept.
 */
export function SaveBar(props: {
  readonly parts: readonly EditPart[];
  /** Something can be saved though nothing was changed: a row that was found, and isn't kept yet. */
  readonly isNew?: boolean;
  readonly saveText?: string | undefined;
  /** Stand in place of its own buttons, except where the person has to choose whose is kept. */
  readonly actions?: ReactNode;
  readonly onToFault: () => void;
}) {
  const { t } = useTexts();
  const { parts } = props;
  const changed = parts.flatMap((part) => part.changed);
  const faults = parts.flatMap((part) => Object.keys(part.faults)).length;
  const meanwhile = parts.find((part) => part.meanwhile !== null);
  const error = parts.find((part) => part.error !== null)?.error ?? null;
  const idle = changed.length === 0 && !props.isNew;
  return (
    <footer className={styles.bar}>
      <div className={styles.said}>
        {meanwhile?.meanwhile ? (
          <p className={styles.wrong} role="alert">
            <IconAlertCircle size={22} aria-hidden />
            {meanwhile.meanwhile.length > 0
              ? t('save.meanwhile', { fields: meanwhile.meanwhile.join(', ') })
              : t('save.meanwhileSame')}
          </p>
        ) : (
          <>
            <p className={styles.unsaved} role="status">
              {changed.length > 0 && (
                <span title={changed.join(', ')}>◆ {t('save.unsaved', { count: changed.length })}</span>
              )}
            </p>
            {faults > 0 && (
              <p className={styles.wrong} role="alert">
                <IconAlertCircle size={20} aria-hidden />
                <button type="button" onClick={props.onToFault}>
                  {t('save.faults', { count: faults })}
                </button>
              </p>
            )}
            {error && (
              <p className={styles.wrong} role="alert">
                <IconAlertCircle size={22} aria-hidden />
                {sentenceOf(error, t('notSent'))}
              </p>
            )}
          </>
        )}
      </div>
      {props.actions && !meanwhile ? (
        props.actions
      ) : (
        <SaveActions {...props} isIdle={idle} meanwhile={meanwhile} />
      )}
    </footer>
  );
}

/** When it was saved last, and the two buttons. */
function SaveActions(props: {
  readonly parts: readonly EditPart[];
  readonly saveText?: string | undefined;
  readonly isIdle: boolean;
  /** What another admin saved meanwhile. */
  readonly meanwhile: EditPart | undefined;
}) {
  const { t } = useTexts();
  const { parts, isIdle, meanwhile } = props;
  return (
    <>
      <Saved parts={parts} isIdle={isIdle} />
      <Button
        variant="default"
        disabled={parts.every((part) => part.changed.length === 0)}
        onClick={() => {
          for (const part of parts) part.onDiscard();
        }}
      >
        {t(meanwhile ? 'save.takeTheirs' : 'save.discard')}
      </Button>
      {meanwhile ? (
        // A key of its own: reused as the save button within its own press, it would submit the form.
        <Button key="keep" onClick={meanwhile.onKeepMine}>
          {t('save.keepMine')}
        </Button>
      ) : (
        <Button key="save" type="submit" disabled={isIdle} loading={parts.some(({ saving }) => saving)}>
          {props.saveText ?? t('save')}
        </Button>
      )}
    </>
  );
}

/** When what stands above was last saved here. */
function Saved({ parts, isIdle }: { readonly parts: readonly EditPart[]; readonly isIdle: boolean }) {
  const { t } = useTexts();
  const { savedAt } = useDraftStore();
  const timeOf = useHallTimeOf();
  const at = Math.max(...parts.map(({ draftKey }) => savedAt[draftKey] ?? -Infinity));
  return (
    <p className={styles.saved} data-idle={isIdle || undefined} role="status">
      {at > -Infinity && (
        <>
          {isIdle && <IconCircleCheck size={20} aria-hidden />}
          {t('save.savedAt', { time: timeOf(at) })}
        </>
      )}
    </p>
  );
}

/** Why the server refused the whole, or that it can't be reached. */
function sentenceOf(error: Error, notSent: string): string {
  if (!(error instanceof Refused)) return notSent;
  const { code, title, detail, errors = [] } = error.problem;
  // The detail lists the fields as programs know them.
  return code === 'invalid_request'
    ? [`${title}.`, ...new Set(errors.map(({ message }) => `${message}.`))].join(' ')
    : [
        detail,
        ...new Set(errors.map(({ message }) => `${message.charAt(0).toUpperCase()}${message.slice(1)}.`)),
      ].join(' ');
}
