import { useEffect, useId, useRef } from 'react';
import {
  ageGroups,
  educations,
  messageLimit,
  occupations,
  type Respondent,
  sexes,
} from '../../../electron/contract/survey';
import { useSurveyTexts } from '../texts';
import styles from './survey.module.css';

/** A message as it is being written; no kind: none is left. */
export interface Message {
  readonly kind: 'suggestion' | 'complaint' | null;
  readonly text: string;
}

const messageKinds = [null, 'suggestion', 'complaint'] as const;

/** The last page: who answers and a message, both as one likes, and sending. */
export function AboutYou(props: {
  readonly respondent: Respondent;
  readonly onRespondent: (respondent: Respondent) => void;
  readonly message: Message;
  readonly onMessage: (message: Message) => void;
  readonly fault: string | undefined;
  readonly isSending: boolean;
  readonly onSend: () => void;
}) {
  const { t } = useSurveyTexts();
  const { respondent, message } = props;
  const textId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const group = <Field extends keyof Respondent>(
    field: Field,
    values: readonly NonNullable<Respondent[Field]>[],
  ) => (
    <fieldset className={styles.group}>
      <legend>{t(field)}</legend>
      {values.map((value) => (
        <button
          type="button"
          key={value}
          aria-pressed={respondent[field] === value}
          onClick={() =>
            props.onRespondent({ ...respondent, [field]: respondent[field] === value ? null : value })
          }
        >
          {t(`value.${value}`)}
        </button>
      ))}
    </fieldset>
  );
  return (
    <section className={styles.about}>
      <h1 ref={heading} tabIndex={-1}>
        {t('about')} <span>{t('aboutHint')}</span>
      </h1>
      {group('sex', sexes)}
      {group('ageGroup', ageGroups)}
      {group('education', educations)}
      {group('occupation', occupations)}
      <fieldset className={styles.group}>
        <legend>{t('message')}</legend>
        {messageKinds.map((kind) => (
          <button
            type="button"
            key={kind ?? 'none'}
            aria-pressed={message.kind === kind}
            onClick={() => props.onMessage({ ...message, kind })}
          >
            {kind === null ? t('messageNone') : t(kind)}
          </button>
        ))}
      </fieldset>
      {message.kind !== null && (
        <>
          <label htmlFor={textId} className={styles.label}>
            {t('messageLabel')}
          </label>
          <textarea
            id={textId}
            className={styles.text}
            rows={4}
            maxLength={messageLimit}
            value={message.text}
            onChange={(event) => props.onMessage({ ...message, text: event.target.value })}
          />
          <p className={styles.hint}>{t('messageHint')}</p>
        </>
      )}
      {props.fault && (
        <p className={styles.fault} role="alert">
          {props.fault}
        </p>
      )}
      <button type="button" className={styles.send} disabled={props.isSending} onClick={props.onSend}>
        {props.isSending ? t('sending') : t('send')}
      </button>
    </section>
  );
}
