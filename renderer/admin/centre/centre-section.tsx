import { IconAlertTriangle, IconCircleCheck, IconPlayerPause } from '@tabler/icons-react';
import type { CentreLink } from '../../../electron/contract/admin-centre';
import { callRoute } from '../../client/api';
import { useRoute } from '../../client/use-route';
import { NotYet } from '../../ui/office/not-yet';
import { AskButton } from '../records/ask-dialog';
import recordStyles from '../records/records-page.module.css';
import { useMoment } from '../records/use-moment';
import { useTexts } from '../texts';
import { AskTheCentre } from './ask-the-centre';
import styles from './centre.module.css';
import { LeavingRows } from './leaving-rows';

const askAgainMs = 2_000;
const askedAgainMs = 1_000;

/** The link with the centre of several halls: how it stands, and what leaves the hall by it, in words and as rows. */
export function CentreSection() {
  const { t } = useTexts();
  const state = useRoute(
    'centreLink',
    {},
    { refetchInterval: ({ state: { data } }) => (data?.asked ? askedAgainMs : askAgainMs) },
  );
  return (
    <div className={recordStyles.page}>
      <h1 className={styles.title}>{t('section.centre')}</h1>
      {state.data ? <Whole state={state.data} /> : <NotYet answer={state} />}
    </div>
  );
}

function Whole({ state }: { readonly state: CentreLink }) {
  const { t } = useTexts();
  return (
    <>
      <p className={styles.lead}>{t('centre.lead')}</p>
      {state.link ? <Linked state={state} link={state.link} /> : <AskTheCentre state={state} />}
      <section className={styles.card} aria-labelledby="leaving">
        <h2 id="leaving">{t('centre.leaving')}</h2>
        <div className={styles.columns}>
          <div>
            <h3>{t('centre.leaving.yes')}</h3>
            <ul>
              {(
                [
                  'numbers',
                  'desks',
                  'sums',
                  'survey',
                  'complaints',
                  'configuration',
                  'devices',
                  'now',
                ] as const
              ).map((each) => (
                <li key={each}>{t(`centre.leaving.${each}`)}</li>
              ))}
            </ul>
          </div>
          <div>
            <h3>{t('centre.leaving.no')}</h3>
            <ul>
              {(['names', 'texts', 'officers', 'reasons', 'secrets'] as const).map((each) => (
                <li key={each}>{t(`centre.never.${each}`)}</li>
              ))}
            </ul>
          </div>
        </div>
      </section>
      {state.journal && <LeavingRows />}
    </>
  );
}

function Linked({
  state: { journal },
  link,
}: {
  readonly state: CentreLink;
  readonly link: NonNullable<CentreLink['link']>;
}) {
  const { t } = useTexts();
  const moment = useMoment();
  const contact = link.contact?.state ?? null;
  const isWell = contact === null || contact === 'reached';
  return (
    <section className={styles.card} aria-labelledby="link">
      <h2 id="link">{t('centre.linked', { centre: link.centre })}</h2>
      {!link.sends && (
        <p className={styles.warning}>
          <IconPlayerPause size={20} aria-hidden /> <span>{t('centre.stopped')}</span>
        </p>
      )}
      {link.sends && isWell && (
        <p className={styles.good}>
          <IconCircleCheck size={20} aria-hidden />{' '}
          <span>
            {journal && journal.rows > 0
              ? t('centre.sending', { count: journal.rows })
              : t(contact === null ? 'centre.begins' : 'centre.allSent')}
          </span>
        </p>
      )}
      {link.sends && !isWell && link.contact && contact !== null && (
        <p className={styles.fault} role="status">
          <IconAlertTriangle size={20} aria-hidden />
          <span>
            <b>{t('centre.since', { when: moment(link.contact.since) })}</b> {t(`centre.contact.${contact}`)}{' '}
            {t('centre.goesOn')}
          </span>
        </p>
      )}
      <dl className={styles.facts}>
        <dt>{t('centre.address')}</dt>
        <dd>
          <code>{link.url}</code>
        </dd>
        <dt>{t('centre.name')}</dt>
        <dd>{link.name}</dd>
        <dt>{t('centre.reachedAt')}</dt>
        <dd>{link.reachedAt ? moment(link.reachedAt) : t('centre.notYet')}</dd>
        <dt>{t('centre.acknowledgedAt')}</dt>
        <dd>{journal?.acknowledgedAt ? moment(journal.acknowledgedAt) : t('centre.notYet')}</dd>
        <dt>{t('centre.backlog')}</dt>
        <dd>
          {journal && journal.rows > 0 && journal.since
            ? t('centre.backlog.since', { count: journal.rows, when: moment(journal.since) })
            : t('centre.backlog.none')}
        </dd>
        {journal && journal.past !== 'all' && (
          <>
            <dt>{t('centre.past')}</dt>
            <dd>{journal.past ?? t('centre.notYet')}</dd>
          </>
        )}
        {journal && journal.parked.length > 0 && (
          <>
            <dt>{t('centre.parked')}</dt>
            <dd>{t('centre.parked.help', { count: journal.parked.length })}</dd>
          </>
        )}
      </dl>
      <div className={styles.buttons}>
        {link.sends ? (
          <AskButton
            text={t('centre.stop')}
            title={t('centre.stop.title')}
            sentence={t('centre.stop.sentence')}
            confirm={t('centre.stop')}
            act={() => callRoute('changeCentre', { body: { sends: false } })}
          />
        ) : (
          <AskButton
            text={t('centre.start')}
            title={t('centre.start.title')}
            sentence={t('centre.start.sentence')}
            confirm={t('centre.start')}
            act={() => callRoute('changeCentre', { body: { sends: true } })}
          />
        )}
        <AskButton
          text={t('centre.leave')}
          title={t('centre.leave.title')}
          sentence={t('centre.leave.sentence')}
          confirm={t('centre.leave')}
          grave
          act={() => callRoute('leaveCentre')}
        />
      </div>
    </section>
  );
}
