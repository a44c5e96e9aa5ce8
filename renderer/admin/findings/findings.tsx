import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ClockDoubtKind } from '../../../electron/contract/admin-clock';
import type { ClosingStep, Finding, RestartReason } from '../../../electron/contract/admin-hall';
import type { Language } from '../../../electron/contract/common';
import type { PageFault } from '../../../electron/contract/page-faults';
import type { ScannerState } from '../../../electron/contract/scanner';
import type { TouchScreen } from '../../../electron/contract/touch-screen';
import { formatDate } from '../../i18n/time';
import { sizeInWords } from '../../ui/office/size-in-words';
import { useMoment } from '../records/use-moment';
import { useTexts } from '../texts';
import styles from './findings.module.css';
import { placeOfFinding, useFindings } from './use-to-mend';

type Faulty<State extends string> = Exclude<State, 'none' | 'working'>;

/** The gravest come first; the rest is asked for. */
const firstShown = 8;

/** What happened so many times in a week won't stop by itself. */
const often = 3;

/** What of the hall should be looked at, each with the way there. */
export function Findings() {
  const { t, local, language, languageName } = useTexts();
  const moment = useMoment();
  const [allShown, setAllShown] = useState(false);
  const found = useFindings();
  if (!found.data) return null;
  if (found.data.length === 0) return <p>{t('findings.none')}</p>;
  const detail = ({ kind, detail: told }: Finding) => {
    if (kind === 'no_name') return languageName(told as Language);
    if (kind === 'no_counter') return told || t('devices.zone.all');
    // Only what isn't well is found.
    if (kind === 'touch_screen') return t(`devices.touch.${told as Faulty<TouchScreen['state']>}`);
    if (kind === 'scanner') return t(`devices.scanner.${told as Faulty<ScannerState>}`);
    if (kind === 'clock') return t(`findings.clock.${told as ClockDoubtKind}`);
    if (kind === 'disk_low' || kind === 'disk_full') return sizeInWords(Number(told), language);
    if (kind === 'restarted') return t(`findings.restarted.${told as RestartReason}`);
    if (kind === 'page_fault') return t(`findings.page_fault.${told as PageFault['kind']}`);
    if (kind === 'day_closing') return t(`findings.day_closing.${told as ClosingStep}`);
    return told;
  };
  const subjectOf = ({ subject, name }: Finding) => {
    const [kind = '', id] = subject.split(':');
    if (name) return local(name);
    if (kind === 'hall' || kind === 'ticket' || kind === 'machine' || kind === 'https')
      return t(`findings.${kind}`);
    if (kind === 'day') return dayInWords(id ?? '', language);
    return kind === 'page' ? t(`findings.page.${id as PageFault['surface']}`) : subject;
  };
  return (
    <section className={styles.findings} aria-labelledby="findings">
      <h2 id="findings">{t('findings.title')}</h2>
      <ul>
        {found.data.slice(0, allShown ? undefined : firstShown).map((finding) => {
          const { subject, kind, detail: told, occurred } = finding;
          const place = placeOfFinding(finding);
          return (
            <li key={`${subject}:${kind}:${told}:${occurred?.error}`}>
              ◆ {place ? <a href={`#${place}`}>{subjectOf(finding)}</a> : <b>{subjectOf(finding)}</b>}:{' '}
              {t(`findings.${kind}`, {
                detail: detail(finding),
                since: occurred?.since ? moment(occurred.since) : '',
                advice: t(told === 'save' ? 'findings.day_closing.folder' : 'findings.day_closing.advice'),
              })}
              {occurred && (
                <>
                  . {t('findings.occurred', { when: moment(occurred.at), count: occurred.count })}
                  {kind !== 'day_closing' && occurred.count >= often && ` ${t('findings.often')}`}
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

/** `Senin, 23 November 2026`; a date that a damaged row made up, as it stands there. */
function dayInWords(date: string, language: Language): string {
  const noon = Date.parse(`${date}T12:00:00Z`);
  return Number.isNaN(noon) ? date : formatDate(noon, 'UTC', language, { year: true });
}
