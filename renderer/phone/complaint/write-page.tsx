import { type FormEvent, useCallback, useId, useState } from 'react';
import { languages } from '../../../electron/contract/languages';
import { type ComplaintReceipt, messageLimit } from '../../../electron/contract/survey';
import { callRoute, newKey, Refused } from '../../client/api';
import { LanguageChoice } from '../language-choice';
import { MessageCode } from '../survey/message-code';
import survey from '../survey/survey.module.css';
import { useSurveyTexts, useTexts } from '../texts';
import { useFetched } from '../use-fetched';
import { useFirstLanguage } from '../use-first-language';

type Kind = 'complaint' | 'suggestion';
const kinds: readonly Kind[] = ['complaint', 'suggestion'];
const shortest = 3;

/**
 * Where anybody leaves a suggestion or complaint: by a ticket, which says what it is about, or without one, about an
 * institution or the whole hall.
 */
export function WritePage({ token }: { readonly token: string }) {
  const { t, local } = useSurveyTexts();
  const ofPage = useTexts();
  const load = useCallback(
    async (signal: AbortSignal) => {
      const site = await callRoute('site', { signal });
      if (token === '') return { site, counters: await callRoute('counters', { signal }), ticket: undefined };
      return { site, counters: [], ticket: await callRoute('ticket', { params: { token }, signal }) };
    },
    [token],
  );
  const { value, fault } = useFetched(load);
  useFirstLanguage(value?.ticket?.language);
  const [kind, setKind] = useState<Kind>('complaint');
  const [counterId, setCounterId] = useState('');
  const [text, setText] = useState('');
  const { send, isSending, receipt, refusal } = useSending();
  const ids = { counter: useId(), text: useId() };
  const footer = <LanguageChoice languages={value?.site.languages ?? languages} />;

  if (receipt) {
    return (
      <main className={survey.page}>
        <section className={survey.thanks} role="status">
          <h1>{t('thanks')}</h1>
          <p>{t('writeThanks')}</p>
        </section>
        <MessageCode receipt={receipt} />
        <a className={survey.quiet} href={`/aduan/${receipt.code}`}>
          {t('writeFollow')}
        </a>
        {footer}
      </main>
    );
  }
  if (!value) {
    return (
      <main className={survey.page}>
        <h1 className={survey.notice} role="status">
          {ofPage.t(fault === 'refused' ? 'unknown' : fault === 'away' ? 'lost' : 'loading')}
        </h1>
        {fault === 'refused' && (
          <a className={survey.quiet} href="/aduan/baru">
            {t('writeWithout')}
          </a>
        )}
        {footer}
      </main>
    );
  }
  const { site, counters, ticket } = value;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send({
      kind,
      text: text.trim(),
      ...(ticket ? { ticket: token } : counterId === '' ? {} : { counterId }),
    });
  };
  return (
    <main className={survey.page}>
      <header className={survey.header}>
        <p className={survey.site}>{site.name}</p>
        {ticket && <p>{t('visit', { number: ticket.number, counter: local(ticket.counter.name) })}</p>}
      </header>
      <form className={survey.about} onSubmit={submit}>
        <h1>
          {t('write')}
          <span>{t('writeHint')}</span>
        </h1>
        <fieldset className={survey.group}>
          <legend>{t('writeKind')}</legend>
          {kinds.map((each) => (
            <button type="button" key={each} aria-pressed={kind === each} onClick={() => setKind(each)}>
              {t(each)}
            </button>
          ))}
        </fieldset>
        {!ticket && (
          <div>
            <label htmlFor={ids.counter} className={survey.label}>
              {t('writeAbout')}
            </label>
            <select
              id={ids.counter}
              className={survey.text}
              value={counterId}
              onChange={(event) => setCounterId(event.target.value)}
            >
              <option value="">{t('wholeHall')}</option>
              {counters.map((counter) => (
                <option key={counter.id} value={counter.id}>
                  {local(counter.name)}
                </option>
              ))}
            </select>
          </div>
        )}
        <div>
          <label htmlFor={ids.text} className={survey.label}>
            {t('messageLabel')}
          </label>
          <textarea
            id={ids.text}
            className={survey.text}
            rows={6}
            maxLength={messageLimit}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <p className={survey.hint}>{t('messageHint')}</p>
        </div>
        {refusal && (
          <p className={survey.fault} role="alert">
            {refusal}
          </p>
        )}
        <button type="submit" className={survey.send} disabled={isSending || text.trim().length < shortest}>
          {isSending ? t('sending') : t('send')}
        </button>
      </form>
      <a className={survey.quiet} href={ticket ? `/t/${token}` : '/aduan'}>
        {t(ticket ? 'toTicket' : 'track')}
      </a>
      {footer}
    </main>
  );
}

/** Sends a message; its key stays while no answer came, so that a press after a lost line is the same act. */
function useSending() {
  const { t } = useSurveyTexts();
  const [key, setKey] = useState(newKey);
  const [isSending, setIsSending] = useState(false);
  const [receipt, setReceipt] = useState<ComplaintReceipt>();
  const [refusal, setRefusal] = useState<string>();
  const send = async (body: {
    readonly kind: Kind;
    readonly text: string;
    readonly ticket?: string;
    readonly counterId?: string;
  }) => {
    setIsSending(true);
    setRefusal(undefined);
    try {
      setReceipt(await callRoute('makeComplaint', { body, key }));
    } catch (error) {
      if (error instanceof Refused) {
        // Corrected, it is another message: the same key would stand for the one refused.
        setKey(newKey());
        setRefusal(error.problem.detail);
      } else setRefusal(t('away'));
    } finally {
      setIsSending(false);
    }
  };
  return { send, isSending, receipt, refusal };
}
