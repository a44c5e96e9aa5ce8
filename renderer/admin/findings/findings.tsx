import { useQuery } from '@tanstack/react-query';
import type { Finding } from '../../../electron/contract/admin-hall';
import type { ScannerState } from '../../../electron/contract/scanner';
import type { TouchScreen } from '../../../electron/contract/touch-screen';
import { callRoute } from '../../client/api';
import { useTexts } from '../texts/use-texts';
import styles from './findings.module.css';

/** The section in which what a finding is about can be mended. */
const places: Readonly<Record<string, string>> = {
  counter: 'gerai',
  service: 'layanan',
  desk: 'loket',
  hours: 'jam',
  closure: 'libur',
  device: 'perangkat',
  user: 'orang',
  hall: 'balai',
};

type Faulty<State extends string> = Exclude<State, 'none' | 'working'>;

/** What came loose comes without anybody's act on this page. */
const askAgainMs = 10_000;

/** What of the hall should be looked at, each with the way there. */
export function Findings() {
  const { t, local } = useTexts();
  const found = useQuery({
    queryKey: ['admin', 'findings'],
    queryFn: () => callRoute('findings'),
    refetchInterval: askAgainMs,
  });
  if (!found.data) return null;
  if (found.data.length === 0) return <p>{t('findings.none')}</p>;
  const languages: Readonly<Record<string, string>> = {
    id: t('language.id'),
    en: t('language.en'),
    jv: t('language.jv'),
  };
  const detail = ({ kind, detail: told }: Finding) => {
    if (kind === 'no_name') return languages[told] ?? told;
    if (kind === 'no_counter') return told || t('devices.zone.all');
    // Only what isn't well is found.
    if (kind === 'touch_screen') return t(`devices.touch.${told as Faulty<TouchScreen['state']>}`);
    if (kind === 'scanner') return t(`devices.scanner.${told as Faulty<ScannerState>}`);
    return told;
  };
  return (
    <section className={styles.findings} aria-labelledby="findings">
      <h2 id="findings">{t('findings.title')}</h2>
      <ul>
        {found.data.map((finding) => (
          <li key={`${finding.subject}:${finding.kind}:${finding.detail}`}>
            ◆{' '}
            <a href={`#${places[finding.subject.split(':')[0] ?? ''] ?? 'balai'}`}>
              {finding.name
                ? local(finding.name)
                : finding.subject === 'hall'
                  ? t('findings.hall')
                  : finding.subject}
            </a>
            : {t(`findings.${finding.kind}`, { detail: detail(finding) })}
          </li>
        ))}
      </ul>
    </section>
  );
}
