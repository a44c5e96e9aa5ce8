import { Select } from '@mantine/core';
import type { EvaluatedIndicator } from '../../../electron/contract/evaluation/evaluation';
import { useAddressState } from '../../client/address-state';
import { useSession } from '../../client/session';
import { useRoute } from '../../client/use-route';
import { FormError } from '../../ui/office/form-error';
import { NotYet } from '../../ui/office/not-yet';
import { Panel } from '../figures/panel';
import { SectionPage } from '../frame/section-page';
import { useTexts } from '../texts';
import { AspectBars } from './aspect-bars';
import styles from './evaluation.module.css';
import { HandIn } from './hand-in';
import { Indicator } from './indicator';
import { InstrumentFile } from './instrument-file';
import { Standing } from './standing';
import { useEvaluationTexts } from './texts';
import { VisitorsJudgement } from './visitors-judgement';

const shows = ['all', 'empty', 'data', 'hand'] as const;
type Show = (typeof shows)[number];

const isShown: Readonly<Record<Show, (indicator: EvaluatedIndicator) => boolean>> = {
  all: () => true,
  empty: ({ points }) => points === null,
  data: ({ evidence }) => evidence.length > 0,
  hand: ({ hand }) => hand !== null,
};

/** A year's evaluation as it stands: the total, its aspects, and each indicator with its evidence and what is filled in by hand. */
export function EvaluationSection() {
  const { t: pageText } = useTexts();
  const { t, language } = useEvaluationTexts();
  const [{ year, show, open }, set] = useAddressState({ year: '', show: shows, open: '' });
  const isAdmin = useSession().data?.user.role === 'admin';
  const answer = useRoute('evaluation', {
    query: { language, ...(year === '' ? {} : { year: Number(year) }) },
  });
  const evaluation = answer.data;
  const shown = evaluation?.aspects.flatMap((aspect) => {
    const indicators = aspect.indicators.filter(isShown[show]);
    return indicators.length > 0 ? [{ ...aspect, indicators }] : [];
  });
  return (
    <SectionPage
      title={pageText('section.evaluation')}
      withoutPeriod
      tools={
        evaluation && (
          <Select
            label={t('year')}
            w={112}
            allowDeselect={false}
            value={String(evaluation.year)}
            data={evaluation.years.map(String)}
            onChange={(chosen) => set({ year: chosen ?? '', open: '' })}
          />
        )
      }
    >
      <FormError error={answer.error} />
      {!evaluation && !answer.error && <NotYet answer={answer} />}
      {evaluation && shown && (
        <>
          <Standing evaluation={evaluation} />
          <AspectBars evaluation={evaluation} />
          <VisitorsJudgement evaluation={evaluation} mayAsk={isAdmin} />
          <HandIn key={evaluation.year} evaluation={evaluation} />
          <Select
            className={styles.show ?? ''}
            label={t('show')}
            w={280}
            allowDeselect={false}
            value={show}
            data={shows.map((value) => ({ value, label: t(`show.${value}`) }))}
            onChange={(chosen) => set({ show: shows.find((each) => each === chosen) ?? 'all' })}
          />
          {shown.length === 0 && <p>{t('show.none')}</p>}
          {shown.map((aspect) => (
            <Panel
              key={aspect.name}
              title={aspect.name}
              sentence={aspect.weight === 0 ? t('besides') : t('weightOf', { weight: aspect.weight })}
            >
              <ul className={styles.indicators}>
                {aspect.indicators.map((indicator) => (
                  <Indicator
                    key={indicator.number}
                    year={evaluation.year}
                    indicator={indicator}
                    isOpen={open === String(indicator.number)}
                    onToggle={(isOpen) => set({ open: isOpen ? String(indicator.number) : '' })}
                  />
                ))}
              </ul>
            </Panel>
          ))}
          {isAdmin && <InstrumentFile />}
        </>
      )}
    </SectionPage>
  );
}
