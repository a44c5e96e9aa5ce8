import type { Localized } from '../../../electron/contract/common';
import type { FollowUpPlan } from '../../../electron/contract/follow-up';
import type { Site } from '../../../electron/contract/site';
import type { ComplaintCounts, SkmReport } from '../../../electron/contract/survey';
import { dateInWords } from '../../../electron/texts/dates';
import { formatDate } from '../../i18n/time';
import { CountsNote, complaintFigures } from '../complaints/four-counts';
import { Letterhead } from '../figures/letterhead';
import { useSurveyTexts } from '../texts';
import { ElementTable } from './element-table';
import { decimals, whole } from './figures';
import { GroupTable } from './group-table';
import { ProfileTable } from './profile-table';
import styles from './skm.module.css';

/** To write on by hand; drawn as borders, since browsers print no backgrounds unless told to. */
const planLines = [1, 2, 3, 4];

/**
 * The report to print and sign; on paper only. The browser's own printing makes the PDF too, with the hall's fonts and
 * nothing to install, so there is no library for it.
 */
export function SemesterReport(props: {
  readonly report: SkmReport;
  readonly site: Site;
  readonly today: string;
  /** Null: all counters, of the hall or of the institutions. */
  readonly counter: Localized | null;
  /** Whose counters these are; null: the whole hall's. */
  readonly institutions: string | null;
  /** What was resolved about it; undefined: nothing yet, and it is written on by hand. */
  readonly plan: FollowUpPlan | undefined;
  /** Undefined: not known yet. */
  readonly counts: ComplaintCounts | undefined;
}) {
  const { report, site } = props;
  const { t, local, language } = useSurveyTexts();
  const day = (date: string) =>
    formatDate(`${date}T00:00:00Z`, 'UTC', language, { year: true }).replace(/^[^,]+, /, '');
  return (
    <article className={styles.sheet} data-testid="semester-report">
      <Letterhead />
      <h1>{t('report.title')}</h1>
      <p className={styles.under}>
        {t('report.period', { from: day(report.from), to: day(report.to) })}
        <br />
        {props.counter ? local(props.counter) : (props.institutions ?? t('wholeHall'))}
      </p>
      <p className={styles.result}>
        {t('report.result')}: <strong>{decimals(report.index, language)}</strong>
        {report.grade && ` (${report.grade}, ${t(`grade.${report.grade}`)})`}
      </p>
      <p>
        {t('forms')}: {whole(report.forms, language)} · {t('needed')}: {whole(report.sampleNeeded, language)}{' '}
        · {t('served')}: {whole(report.served, language)}
      </p>
      {report.forms < report.sampleNeeded && (
        <p className={styles.few}>
          {t('report.notEnough', {
            forms: whole(report.forms, language),
            needed: whole(report.sampleNeeded, language),
          })}
        </p>
      )}
      <ElementTable elements={report.elements} />
      {!props.counter && (
        <GroupTable
          caption={t('byCounter')}
          heading={t('counter')}
          rows={report.byCounter.map((group) => ({
            ...group,
            key: group.id,
            label: `${group.code} · ${local(group.name)}`,
          }))}
        />
      )}
      <ProfileTable report={report} />
      <section className={styles.together}>
        <h2>{t('report.suggestion')}</h2>
        <ol>
          {report.elements.slice(0, 3).map(({ element, mean }) => (
            <li key={element}>
              {t(`element.${element}`)} ({decimals(mean, language, 3)})
            </li>
          ))}
        </ol>
      </section>
      <section className={styles.together}>
        <h2>{t('report.complaints')}</h2>
        {props.counts && <CountsTable counts={props.counts} />}
        <p>
          {t('report.messages', {
            suggestions: whole(report.messages.suggestions, language),
            overdue: whole(report.messages.overdue, language),
          })}
        </p>
      </section>
      <section className={styles.together}>
        <h2>{t('report.plan')}</h2>
        {props.plan ? (
          <PlanTable plan={props.plan} />
        ) : (
          planLines.map((line) => <div key={line} className={styles.line} />)
        )}
        <footer className={styles.signature}>
          <p>{t('report.place', { city: site.city, date: day(props.today) })}</p>
          <p>{t('report.signed')}</p>
          <p className={styles.space}>{t('report.name')}</p>
        </footer>
      </section>
    </article>
  );
}

/** The four counts that the ministry's form asks, in the order of the page of complaints. */
function CountsTable({ counts }: { readonly counts: ComplaintCounts }) {
  const { t, language } = useSurveyTexts();
  return (
    <>
      <table className={styles.table}>
        <tbody>
          {complaintFigures.map((figure) => (
            <tr key={figure}>
              <th scope="row">{t(`report.count.${figure}`)}</th>
              <td>{whole(counts[figure], language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        <CountsNote counts={counts} />
      </p>
    </>
  );
}

function PlanTable({ plan }: { readonly plan: FollowUpPlan }) {
  const { t, language } = useSurveyTexts();
  const day = (date: string) => dateInWords(date, language, 'year');
  return (
    <table className={styles.table} data-prose>
      <thead>
        <tr>
          <th scope="col">{t('followUp.about')}</th>
          <th scope="col">{t('followUp.action')}</th>
          <th scope="col">{t('followUp.owner')}</th>
          <th scope="col">{t('followUp.dueOn')}</th>
          <th scope="col">{t('followUp.done')}</th>
        </tr>
      </thead>
      <tbody>
        {plan.actions.map((each) => (
          <tr key={each.id}>
            <th scope="row">{each.element ? t(`element.${each.element}`) : t('followUp.remarks')}</th>
            <td>{each.action}</td>
            <td>{each.owner}</td>
            <td>{day(each.dueOn)}</td>
            <td>{each.doneOn ? `${day(each.doneOn)}. ${each.proof ?? ''}` : '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
