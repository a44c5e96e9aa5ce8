import type { CentreSkm } from '../../../electron/contract/centre/reports';
import { type DataColumn, DataTable } from '../../ui/office/data-table';
import { countInWords } from '../../ui/office/figure-words';
import { FormError } from '../../ui/office/form-error';
import { NotYet } from '../../ui/office/not-yet';
import { useCentre } from '../api';
import { Card, Page } from '../frame/page';
import { useSurveyTexts, useTexts } from '../texts';
import styles from './reports.module.css';
import { ScopeFields, useScope } from './scope';

/** The satisfaction index of all halls by the regulation; whole months. */
export function SkmSection() {
  const { t, language } = useTexts();
  const survey = useSurveyTexts();
  const scope = useScope();
  const months = {
    from: scope.from.slice(0, 7),
    to: scope.to.slice(0, 7),
    ...(scope.hallId === undefined ? {} : { hallId: scope.hallId }),
    ...(scope.agency === undefined ? {} : { agency: scope.agency }),
  };
  const skm = useCentre('reportSkm', scope.choices ? { query: months } : null);
  const score = (index: number | null) =>
    index === null
      ? '–'
      : new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(index);
  type Group = Pick<CentreSkm, 'forms' | 'index' | 'grade'>;
  const columns: DataColumn<Group>[] = [
    {
      key: 'index',
      title: t('centre.skm.index'),
      value: ({ index }) => index,
      show: ({ index }) => score(index),
    },
    { key: 'grade', title: t('centre.skm.grade'), value: ({ grade }) => grade ?? '–' },
    { key: 'forms', title: t('centre.skm.forms'), value: ({ forms }) => forms },
  ];
  const shown = skm.data;
  return (
    <Page
      title={t('centre.section.skm')}
      sentence={t('centre.skm.rule')}
      tools={<ScopeFields scope={scope} />}
    >
      {!shown ? (
        skm.error ? (
          <FormError error={skm.error} />
        ) : (
          <NotYet answer={skm} />
        )
      ) : (
        <>
          <Card>
            <p className={styles.index}>
              <strong>{score(shown.index)}</strong>
              <span>
                {shown.grade === null
                  ? t('centre.skm.none')
                  : t('centre.skm.sentence', {
                      grade: shown.grade,
                      forms: countInWords(shown.forms, language),
                      served: countInWords(shown.served, language),
                    })}
              </span>
            </p>
            {shown.forms < shown.sampleNeeded && (
              <p>
                {t('centre.skm.few', {
                  forms: countInWords(shown.forms, language),
                  needed: countInWords(shown.sampleNeeded, language),
                })}
              </p>
            )}
          </Card>
          <Card title={t('centre.skm.elements')}>
            <DataTable<CentreSkm['elements'][number]>
              caption={t('centre.skm.elements')}
              look="figures"
              rows={shown.elements}
              keyOf={({ element }) => element}
              columns={[
                {
                  key: 'element',
                  title: t('centre.skm.element'),
                  value: ({ element }) => survey.t(`element.${element}`),
                },
                {
                  key: 'index',
                  title: t('centre.skm.index'),
                  value: ({ index }) => index,
                  show: ({ index }) => score(index),
                },
              ]}
            />
          </Card>
          <Card title={t('centre.by.hall')}>
            <DataTable<CentreSkm['byHall'][number]>
              caption={t('centre.by.hall')}
              look="figures"
              rows={shown.byHall}
              keyOf={({ hallId }) => hallId}
              columns={[{ key: 'name', title: t('centre.hall'), value: ({ name }) => name }, ...columns]}
            />
          </Card>
          <Card title={t('centre.by.agency')}>
            <DataTable<CentreSkm['byAgency'][number]>
              caption={t('centre.by.agency')}
              look="figures"
              rows={shown.byAgency}
              keyOf={({ agency }) => agency}
              columns={[
                { key: 'name', title: t('centre.agency'), value: ({ agency }) => agency },
                ...columns,
              ]}
            />
          </Card>
        </>
      )}
    </Page>
  );
}
