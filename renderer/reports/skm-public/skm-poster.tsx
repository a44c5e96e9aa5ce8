import type { FollowUpPlan } from '../../../electron/contract/follow-up';
import type { Site } from '../../../electron/contract/site';
import type { SkmPublication } from '../../../electron/contract/skm-publication';
import { dateInWords } from '../../../electron/texts/dates';
import { Letterhead } from '../figures/letterhead';
import { decimals, whole } from '../skm/figures';
import styles from '../skm/skm.module.css';
import { useSkmTexts, useSurveyTexts } from '../texts';

/** A published result on A4, to be signed and hung in the hall; on paper only. */
export function SkmPoster(props: {
  readonly publication: SkmPublication;
  readonly plan: FollowUpPlan | undefined;
  readonly site: Site;
}) {
  const { publication, plan, site } = props;
  const { from, to, forms, sampleNeeded, index, grade, elements, actions, published } = publication;
  const { t, language } = useSkmTexts();
  const { t: ofReport } = useSurveyTexts();
  const day = (date: string) => dateInWords(date, language, 'year');
  const told = actions.flatMap((action) => {
    const now = plan?.actions.find(({ id }) => id === action.followUpId);
    return now ? [{ ...action, doneOn: now.doneOn, dueOn: now.dueOn }] : [];
  });
  const answered = { forms: whole(forms, language), needed: whole(sampleNeeded, language) };
  return (
    <article className={styles.sheet} data-testid="skm-poster">
      <Letterhead />
      <h1>{ofReport('skmPublic.poster')}</h1>
      <p className={styles.under}>{t('skmPeriod', { from: day(from), to: day(to) })}</p>
      <p className={styles.large}>
        <strong>{decimals(index, language)}</strong>
        {t('skmGrade', { grade, name: t(`grade.${grade}`) })}
      </p>
      <p className={styles.under}>
        {t(forms < sampleNeeded ? 'skmTooFew' : 'skmForms', answered)} {t('skmMethod')}
      </p>
      <table className={styles.table}>
        <caption>{t('skmElements')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('skmElement')}</th>
            <th scope="col">{t('skmIndex')}</th>
            <th scope="col">{t('skmGradeShort')}</th>
          </tr>
        </thead>
        <tbody>
          {elements.map(({ element, index: each, grade: own }) => (
            <tr key={element}>
              <th scope="row">{t(`element.${element}`)}</th>
              <td>{decimals(each, language)}</td>
              <td>{own ?? '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {told.length > 0 && (
        <table className={styles.table} data-prose>
          <caption>{t('skmActions')}</caption>
          <tbody>
            {told.map(({ followUpId, element, text, doneOn, dueOn }) => (
              <tr key={followUpId}>
                <th scope="row">{element ? t(`element.${element}`) : t('skmRemarks')}</th>
                <td>{text}</td>
                <td>{doneOn ? t('skmDone', { date: day(doneOn) }) : t('skmDue', { date: day(dueOn) })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <footer className={styles.signature}>
        <p>
          {ofReport('report.place', {
            city: site.city,
            date: published ? day(published.at.slice(0, 10)) : '………………',
          })}
        </p>
        <p>{ofReport('report.signed')}</p>
        <p className={styles.space}>{ofReport('report.name')}</p>
      </footer>
    </article>
  );
}
