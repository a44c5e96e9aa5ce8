import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Finding } from '../../../electron/contract/admin-hall';
import { useTexts } from '../texts';
import { placeOfFinding } from './finding-places';
import styles from './findings.module.css';
import { useFindingWords } from './use-finding-words';
import { useFindings } from './use-to-mend';

/** The gravest come first; the rest is asked for. */
const firstShown = 8;

/** What of the hall should be looked at, each with the way there. */
export function Findings({
  addressOf = placeOfFinding,
}: {
  /** Where a finding is mended, behind `#`. */
  readonly addressOf?: (finding: Finding) => string | undefined;
}) {
  const { t } = useTexts();
  const { subjectOf, sentenceOf, occurredIn } = useFindingWords();
  const [allShown, setAllShown] = useState(false);
  const found = useFindings();
  if (!found.data) return null;
  if (found.data.length === 0) return <p>{t('findings.none')}</p>;
  return (
    <section className={styles.findings} aria-labelledby="findings">
      <h2 id="findings">{t('findings.title')}</h2>
      <ul>
        {found.data.slice(0, allShown ? undefined : firstShown).map((finding) => {
          const { subject, kind, detail: told, occurred } = finding;
          const place = addressOf(finding);
          return (
            <li key={`${subject}:${kind}:${told}:${occurred?.error}`}>
              ◆ {place ? <a href={`#${place}`}>{subjectOf(finding)}</a> : <b>{subjectOf(finding)}</b>}:{' '}
              {sentenceOf(finding)}
              {occurred && (
                <>
                  . {occurredIn(finding)}
                  {occurred.error && (
                    <small>
                      {t('findings.error')} <code>{occurred.error}</code>
                    </small>
                  )}
                </>
              )}
            </li>
          );
        })}
      </ul>
      {!allShown && found.data.length > firstShown && (
        <Button variant="default" size="sm" onClick={() => setAllShown(true)}>
          {t('findings.more', { count: found.data.length - firstShown })}
        </Button>
      )}
    </section>
  );
}
