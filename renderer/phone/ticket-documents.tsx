import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { HolderTicket } from '../../electron/contract/tickets';
import { useTexts } from './texts';
import { keepTicked, tickedOf } from './ticked';
import styles from './ticket-documents.module.css';

/** What to bring, to be ticked off: kept on this phone, and seen by nobody else. */
export function TicketDocuments({ ticket }: { readonly ticket: HolderTicket }) {
  const { t, language } = useTexts();
  const { token, documents } = ticket;
  const [ticked, tick] = useState(() => tickedOf(token));
  if (documents.id.length === 0) return null;
  const toggle = (name: string) => {
    const now = ticked.includes(name) ? ticked.filter((each) => each !== name) : [...ticked, name];
    tick(now);
    keepTicked(token, now);
  };
  return (
    <section className={styles.documents} aria-labelledby="documents">
      <header>
        <h2 id="documents">{t('bring')}</h2>
        <p role="status">
          {t('bringCount', {
            count: documents.id.filter((name) => ticked.includes(name)).length,
            of: documents.id.length,
          })}
        </p>
      </header>
      <ul>
        {documents.id.map((name, place) => (
          <li key={name}>
            <label>
              <input type="checkbox" checked={ticked.includes(name)} onChange={() => toggle(name)} />
              <span className={styles.box}>
                <IconCheck stroke={3} aria-hidden />
              </span>
              <span>{documents[language]?.[place] || name}</span>
            </label>
          </li>
        ))}
      </ul>
    </section>
  );
}
