import { Switch } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Evaluation } from '../../../electron/contract/evaluation/evaluation';
import { callRoute } from '../../client/api';
import { refreshBelow, routeKey } from '../../client/use-route';
import { FormError } from '../../ui/office/form-error';
import { Panel } from '../figures/panel';
import { decimals, whole } from '../skm/figures';
import styles from './evaluation.module.css';
import { useEvaluationTexts } from './texts';

const most = 5;

/** What visitors answered to the year's questions, and where an admin has them asked or no longer. */
export function VisitorsJudgement(props: { readonly evaluation: Evaluation; readonly mayAsk: boolean }) {
  const { visitors, year, until } = props.evaluation;
  const { t, language } = useEvaluationTexts();
  const queries = useQueryClient();
  const ask = useMutation({
    mutationFn: (visitorsAsked: boolean) => callRoute('changeSettings', { body: { visitorsAsked } }),
    onSuccess: async (settings) => {
      queries.setQueryData(routeKey('settings'), settings);
      await refreshBelow(queries, '/reports/evaluation');
    },
  });
  const { questions, forms, mean } = visitors;
  if (questions.length === 0) return null;
  // A year that is over, or has not begun, can be asked of nobody.
  const isNow = until !== null && until !== `${year}-12-31`;
  const said =
    forms === 0 ? t('visitors.none') : t('visitors.mean', { count: forms, mean: decimals(mean, language) });
  return (
    <Panel
      title={t('visitors')}
      sentence={[t(visitors.asked ? 'visitors.on' : 'visitors.off'), said].join(' ')}
    >
      {props.mayAsk && isNow && (
        <Switch
          classNames={{ description: styles.askHelp ?? '' }}
          label={t('visitors.switch')}
          description={t('visitors.switchHint', { count: questions.length })}
          checked={ask.isPending ? ask.variables : visitors.asked}
          aria-busy={ask.isPending}
          onChange={({ currentTarget }) => !ask.isPending && ask.mutate(currentTarget.checked)}
        />
      )}
      <FormError error={ask.error} />
      {forms > 0 && (
        <>
          <table className={styles.aspects} aria-label={t('visitors')}>
            <thead>
              <tr>
                <th scope="col">{t('visitors.question')}</th>
                <th scope="col">{t('visitors.meanOf')}</th>
                <th scope="col">{t('visitors.answered')}</th>
              </tr>
            </thead>
            <tbody>
              {questions.map((question) => (
                <tr key={question.number}>
                  <th scope="row">
                    {question.number}. {question.text}
                  </th>
                  <td className={styles.value}>
                    <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden focusable="false">
                      <rect
                        className={styles.bar ?? ''}
                        width={((question.mean ?? 0) / most) * 100}
                        height={10}
                      />
                    </svg>
                    <strong>{decimals(question.mean, language)}</strong>
                  </td>
                  <td className={styles.number}>{whole(question.answered, language)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className={styles.why}>
            {t('visitors.scale', { lowest: visitors.lowest, highest: visitors.highest })}
          </p>
        </>
      )}
    </Panel>
  );
}
