import { IconCertificate } from '@tabler/icons-react';
import type { HttpsState } from '../../../electron/contract/admin-https';
import { callRoute } from '../../client/api';
import { useRoute } from '../../client/use-route';
import { NotYet } from '../../ui/office/not-yet';
import { QrCode } from '../../ui/qr-code';
import { useMayChange } from '../frame/user-context';
import { AskButton } from '../records/ask-dialog';
import { useMoment } from '../records/use-moment';
import { useTexts } from '../texts';
import styles from './https-section.module.css';
import { RequireHttps } from './require-https';

const loopback = /^(localhost|127\.[0-9.]+|\[::1\])$/;

/** How the hall is served by https: what officers' computers have to do, and what isn't well. */
export function HttpsSection() {
  const { t } = useTexts();
  const moment = useMoment();
  const mayChange = useMayChange();
  const https = useRoute('https');
  if (!https.data) return <NotYet answer={https} />;
  const { wanted, port, authority, until, faults } = https.data;
  return (
    <div className={styles.page}>
      <h1>{t('section.https')}</h1>
      <p>{t('https.help')}</p>
      <p>
        <b>{port === null ? t(wanted ? 'https.closed' : 'https.off') : t('https.on', { port })}</b>
      </p>
      {faults.map(({ kind, detail }) => (
        <p key={kind} className={styles.warning}>
          ◆{' '}
          {t(`https.${kind}`, { detail: kind === 'ending' && authority ? moment(authority.until) : detail })}
        </p>
      ))}
      {authority && (
        <section aria-labelledby="fingerprint">
          <h2 id="fingerprint">{t('https.fingerprint')}</h2>
          <code className={styles.fingerprint}>
            {inFours(authority.fingerprint).map((each) => (
              <span key={each}>{each}</span>
            ))}
          </code>
          <p>{t('https.fingerprint.help')}</p>
          <p>
            {t('https.authority', { name: authority.name, until: moment(authority.until) })}{' '}
            {until !== null && t('https.server', { until: moment(until) })}
          </p>
        </section>
      )}
      {port !== null && <Steps state={https.data} />}
      {mayChange && port !== null && <RequireHttps isByHttps={https.data.isByHttps} />}
      {mayChange && wanted && (
        <section>
          <div>
            <AskButton
              grave
              text={t('https.replace')}
              icon={<IconCertificate size={20} aria-hidden />}
              title={t('https.replace.title')}
              sentence={t('https.replace.sentence')}
              confirm={t('https.replace')}
              act={() => callRoute('replaceAuthority')}
            />
          </div>
        </section>
      )}
    </div>
  );
}

function Steps({ state: { addresses, plainPort } }: { readonly state: HttpsState }) {
  const { t } = useTexts();
  const [first] = addresses;
  // Read at the hall's own machine, this page's address leads others to themselves.
  const host =
    loopback.test(location.hostname) && first !== undefined ? new URL(first).hostname : location.hostname;
  // By plain HTTP: by https, who doesn't trust the certificate yet would only be warned.
  const page = `http://${host}:${plainPort}/sertifikat`;
  return (
    <section aria-labelledby="https-steps">
      <h2 id="https-steps">{t('https.steps')}</h2>
      {loopback.test(host) && <p className={styles.warning}>◆ {t('https.notOpen')}</p>}
      <div className={styles.columns}>
        <ol>
          <li>
            {t('https.step.fetch')}
            <code>{page}</code>
          </li>
          <li>
            {t('https.step.open')}
            {addresses.map((each) => (
              <code key={each}>{each}/staff</code>
            ))}
          </li>
        </ol>
        <QrCode text={page} size={148} />
      </div>
    </section>
  );
}

/** Four pairs at a time, as a person compares them. */
function inFours(fingerprint: string): readonly string[] {
  const pairs = fingerprint.split(':');
  return Array.from({ length: Math.ceil(pairs.length / 4) }, (_, at) =>
    pairs
      .slice(at * 4, at * 4 + 4)
      .map((pair, place) => (at * 4 + place === pairs.length - 1 ? pair : `${pair}:`))
      .join(''),
  );
}
