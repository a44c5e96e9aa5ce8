import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { FollowUpPlan } from '../../../electron/contract/follow-up';
import { callRoute } from '../../client/api';
import { refreshBelow } from '../../client/use-route';
import { DateField } from '../../ui/office/date-field';
import { FormError } from '../../ui/office/form-error';
import { useSurveyTexts } from '../texts';
import styles from './follow-up.module.css';

/** How much of a plan is done, how long ago its report was handed in, and that day to correct. */
export function FollowUpProgress({ plan, today }: { readonly plan: FollowUpPlan; readonly today: string }) {
  const { t } = useSurveyTexts();
  const queries = useQueryClient();
  const total = plan.actions.length;
  const move = useMutation({
    mutationFn: (reportedOn: string) =>
      callRoute('changeFollowUp', { params: { id: plan.actions[0]?.id ?? '' }, body: { reportedOn } }),
    onSuccess: () => refreshBelow(queries, '/reports/follow-ups'),
  });
  return (
    <div className={styles.progress}>
      <div>
        <p className={styles.share}>
          <strong>
            {t('followUp.share', { done: plan.done, total, percent: Math.floor((plan.done / total) * 100) })}
          </strong>
          {plan.overdue > 0 && (
            <span data-state="late">{t('followUp.overdue', { count: plan.overdue })}</span>
          )}
        </p>
        <meter min={0} max={total} value={plan.done} aria-hidden />
        <p>
          {plan.months === 0
            ? t(plan.finishedOn ? 'followUp.finishedFirstMonth' : 'followUp.firstMonth')
            : t(plan.finishedOn ? 'followUp.finished' : 'followUp.since', { count: plan.months })}
        </p>
      </div>
      <DateField
        label={t('followUp.reportedOn')}
        description={t('followUp.reportedHint')}
        value={plan.reportedOn}
        onChange={(date) => date !== plan.reportedOn && date <= today && move.mutate(date)}
      />
      <FormError error={move.error} />
    </div>
  );
}
