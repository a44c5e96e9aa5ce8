import { useQuery } from '@tanstack/react-query';
import type { Finding } from '../../../electron/contract/admin-hall';
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
  hall: 'balai',
};

/** What of the configuration should be looked at, each with the way there. */
export function Findings() {
  const { t, local } = useTexts();
  const found = useQuery({ queryKey: ['admin', 'findings'], queryFn: () => callRoute('findings') });
  if (!found.data) return null;
  if (found.data.length === 0) return <p>{t('findings.none')}</p>;
  const languages: Readonly<Record<string, string>> = {
    id: t('language.id'),
    en: t('language.en'),
    jv: t('language.jv'),
  };
  const detail = ({ kind, detail: told }: Finding) => (kind === 'no_name' ? (languages[told] ?? told) : told);
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
