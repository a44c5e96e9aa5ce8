import { Button } from '@mantine/core';
import { IconWorld } from '@tabler/icons-react';
import { useState } from 'react';
import type { FollowUpPlan } from '../../../electron/contract/follow-up';
import { fewestPublished, type SkmPublication } from '../../../electron/contract/skm-publication';
import type { SkmReport } from '../../../electron/contract/survey';
import { dateInWords } from '../../../electron/texts/dates';
import { useRoute } from '../../client/use-route';
import { FormError } from '../../ui/office/form-error';
import styles from '../complaints/publication.module.css';
import { useSurveyTexts } from '../texts';
import { SkmPublicationCard } from './skm-publication-card';
import { SkmPublicationForm } from './skm-publication-form';

/** What everybody reads of a period's result: the way there, and what was public before. */
export function SkmPublications(props: {
  readonly report: SkmReport;
  /** Undefined: nothing was resolved about it. */
  readonly plan: FollowUpPlan | undefined;
  readonly today: string;
  readonly onPrint: (publication: SkmPublication) => void;
}) {
  const { report, plan, today } = props;
  const { t, language } = useSurveyTexts();
  const [writing, setWriting] = useState(false);
  const answer = useRoute('skmPublications');
  if (!answer.data) return <FormError error={answer.error} />;
  const { publications, media } = answer.data;
  const own = publications.filter(({ from, to }) => from === report.from && to === report.to);
  const rank = { draft: 0, published: 1, withdrawn: 2 };
  const inOrder = own.toSorted((one, other) => rank[one.state] - rank[other.state]);
  const latest = publications
    .filter(({ state }) => state === 'published')
    .toSorted((one, other) => other.to.localeCompare(one.to) || other.from.localeCompare(one.from))[0];
  const isOver = report.to <= today;
  const suffices = report.forms >= fewestPublished && report.index !== null;
  const day = (date: string) => dateInWords(date, language, 'year');
  return (
    <section className={styles.list} aria-labelledby="skm-publications">
      <div>
        <h2 id="skm-publications">{t('skmPublic.title')}</h2>
        <p>{t('skmPublic.help')}</p>
        {latest && (
          <p>
            <strong>{t('skmPublic.latest', { from: day(latest.from), to: day(latest.to) })}</strong>{' '}
            {media.length === 0
              ? t('skmPublic.noMedia')
              : t('skmPublic.media', {
                  media: media.map((medium) => t(`skmPublic.medium.${medium}`)).join(', '),
                })}
          </p>
        )}
      </div>
      {inOrder.length > 0 && (
        <ul>
          {inOrder.map((publication) => (
            <SkmPublicationCard
              key={publication.id}
              publication={publication}
              report={report}
              plan={plan}
              today={today}
              onPrint={() => props.onPrint(publication)}
            />
          ))}
        </ul>
      )}
      {own.every(({ state }) => state !== 'draft') && (
        <div className={styles.card} data-state="draft">
          {writing ? (
            <SkmPublicationForm report={report} plan={plan} onEnd={() => setWriting(false)} />
          ) : (
            <>
              {(own.length === 0 || !isOver || !suffices) && (
                <p>
                  {own.length === 0 && `${t('skmPublic.none')} `}
                  {!isOver && t('skmPublic.goesOn')}
                  {isOver && !suffices && t('skmPublic.tooFew', { count: fewestPublished })}
                </p>
              )}
              <div className={styles.buttons}>
                <Button
                  variant="default"
                  leftSection={<IconWorld size={20} aria-hidden />}
                  disabled={!isOver || !suffices}
                  onClick={() => setWriting(true)}
                >
                  {t(own.length === 0 ? 'publication.prepare' : 'skmPublic.anew')}
                </Button>
              </div>
            </>
          )}
        </div>
      )}
    </section>
  );
}
