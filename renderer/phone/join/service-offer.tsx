import { IconHourglassLow, IconInfoCircle } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { Localized, LocalizedList } from '../../../electron/contract/common';
import type { MenuService } from '../../../electron/contract/site';
import type { Priority } from '../../../electron/contract/tickets';
import { waitSentence } from '../../../electron/texts/wait-words';
import { callRoute, newKey, Refused } from '../../client/api';
import { OpeningIcon } from '../../ui/opening-icon';
import { useTexts } from '../texts';
import { heldTokens, keepToken } from './held-numbers';
import styles from './join-page.module.css';
import { forgetPress, keepPress, type Press, unansweredPress } from './unanswered-press';

/** A service as a phone is offered it: its wait, what to know before the tap, what to bring, who goes first. */
export function ServiceOffer(props: {
  readonly service: MenuService;
  readonly code: string;
  /** The code has run out meanwhile. */
  readonly onOld: () => void;
}) {
  const { service } = props;
  const { t, language } = useTexts();
  const name = useId();
  const textOf = (text: Localized) => text[language] || text.id;
  const linesOf = (texts: LocalizedList) => (texts[language]?.length ? texts[language] : texts.id);
  const [priority, setPriority] = useState<Priority | null>(null);
  const { take, isTaking, refusal } = useTaking(props.code, props.onOld);
  const isOpen = service.status === 'open';
  const doubt = service.servedToday?.sentence ?? null;
  const documents = linesOf(service.documents);
  return (
    <section className={styles.service} aria-label={textOf(service.name)}>
      <h3>{textOf(service.name)}</h3>
      {isOpen && (
        <p>
          {service.waiting === 0 ? t('join.noneWaiting') : t('join.waiting', { count: service.waiting })}
          {service.estimate &&
            `, ${waitSentence({ estimate: service.estimate, calledAround: service.calledAround }, language)}`}
        </p>
      )}
      {service.reason && (
        <p className={styles.warning}>
          <OpeningIcon state={service.state} />
          <span>
            {service.cause && `${textOf(service.cause)}. `}
            {textOf(service.reason)}. {isOpen && t('join.numbersGoOn')}
          </span>
        </p>
      )}
      {doubt && (
        <p className={styles.warning}>
          <IconHourglassLow aria-hidden />
          <span>{textOf(doubt)}</span>
        </p>
      )}
      {isOpen && (
        <>
          {documents.length > 0 && (
            <>
              <p className={styles.label}>{t('join.documents')}</p>
              <ul className={styles.documents}>
                {documents.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </>
          )}
          {service.priorities.length > 0 && (
            <fieldset className={styles.priorities}>
              <legend className={styles.label}>{t('join.priority')}</legend>
              {[null, ...service.priorities].map((each) => (
                <label key={each ?? 'none'} data-chosen={priority === each || undefined}>
                  <input
                    type="radio"
                    name={name}
                    checked={priority === each}
                    onChange={() => setPriority(each)}
                  />
                  {t(each === null ? 'join.priorityNone' : `join.priorities.${each}`)}
                </label>
              ))}
            </fieldset>
          )}
          {refusal && (
            <p className={styles.refusal} role="alert">
              <IconInfoCircle aria-hidden />
              <span>{refusal}</span>
            </p>
          )}
          <button
            type="button"
            className={styles.take}
            disabled={isTaking}
            onClick={() => void take(service.id, priority)}
          >
            {t(isTaking ? 'join.taking' : 'join.take')}
          </button>
        </>
      )}
    </section>
  );
}

/** Takes a number and goes to its page. A press that no answer came to is sent again first, so that it gives no second number. */
function useTaking(code: string, onOld: () => void) {
  const { t, language } = useTexts();
  const [isTaking, setIsTaking] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const take = async (serviceId: string, priority: Priority | null) => {
    setIsTaking(true);
    setRefusal(undefined);
    try {
      const earlier = unansweredPress(serviceId, Date.now());
      const again = earlier && (await send(earlier).catch(nullIfRefused));
      const body = { serviceId, priority, language, held: [...heldTokens()] };
      const { token } = again ?? (await send({ code, key: newKey(), body, at: Date.now() }));
      keepToken(token);
      location.assign(`/t/${token}`);
    } catch (error) {
      setIsTaking(false);
      if (!(error instanceof Refused)) return setRefusal(t('join.away'));
      if (error.problem.code === 'door_code_old') return onOld();
      setRefusal(error.problem.detail);
    }
  };
  return { take, isTaking, refusal };
}

/** Sends a press, which is kept until it is answered. */
async function send(press: Press) {
  keepPress(press);
  try {
    const { code, key, body } = press;
    const ticket = await callRoute('joinByPhone', { params: { code }, body, key });
    forgetPress();
    return ticket;
  } catch (error) {
    if (error instanceof Refused) forgetPress();
    throw error;
  }
}

/** It had never come, and is too late now: the visitor presses anew. */
function nullIfRefused(error: unknown): null {
  if (error instanceof Refused) return null;
  throw error;
}
