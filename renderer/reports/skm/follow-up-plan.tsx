import { Button } from '@mantine/core';
import { IconCircleCheck, IconClockExclamation, IconPencil, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { FollowUp, FollowUpPlan as Plan } from '../../../electron/contract/follow-up';
import type { SkmReport, SurveyElement } from '../../../electron/contract/survey';
import { dateInWords } from '../../../electron/texts/dates';
import { useRoute } from '../../client/use-route';
import { useSurveyTexts } from '../texts';
import { decimals } from './figures';
import styles from './follow-up.module.css';
import { FollowUpForm } from './follow-up-form';
import { FollowUpProgress } from './follow-up-progress';

/** So many elements, the lowest, are asked about by the report itself. */
const lowestCount = 3;

/** What is done about a report's results: its lowest elements, what visitors wrote, and how far it is. */
export function FollowUpPlan(props: {
  readonly report: SkmReport;
  /** Undefined: nothing was resolved yet. */
  readonly plan: Plan | undefined;
  readonly today: string;
}) {
  const { report, plan, today } = props;
  const { t, language } = useSurveyTexts();
  const [open, setOpen] = useState<string | null>(null);
  const close = () => setOpen(null);
  const actions = plan?.actions ?? [];
  const period = { from: report.from, to: report.to };
  const reportedOn = plan?.reportedOn ?? today;
  const untouched = report.elements
    .slice(0, lowestCount)
    // What everybody gave the best mark needs nothing.
    .filter(
      ({ element, mean }) => mean !== null && mean < 4 && !actions.some((each) => each.element === element),
    );
  const form = (element: SurveyElement | null) => (
    <FollowUpForm start={{ ...period, element, reportedOn }} onEnd={close} />
  );
  return (
    <section className={styles.plan} aria-labelledby="follow-up">
      <h2 id="follow-up">{t('report.plan')}</h2>
      {plan ? <FollowUpProgress plan={plan} today={today} /> : <p>{t('followUp.none')}</p>}
      {today < report.to && <p>{t('followUp.periodGoesOn')}</p>}
      <ul className={styles.actions}>
        {actions.map((action) => (
          <li key={action.id} className={styles.card}>
            {open === action.id ? (
              <FollowUpForm followUp={action} onEnd={close} />
            ) : (
              <Resolved action={action} today={today} onOpen={() => setOpen(action.id)} />
            )}
          </li>
        ))}
        {untouched.map(({ element, mean }) => (
          <li key={element} className={styles.card} data-open>
            {open === element ? (
              form(element)
            ) : (
              <div className={styles.line}>
                <div>
                  <strong>{t(`element.${element}`)}</strong>
                  <p>{t('followUp.untouched', { mean: decimals(mean, language, 3) })}</p>
                </div>
                <Button
                  variant="default"
                  leftSection={<IconPencil size={20} aria-hidden />}
                  aria-label={t('followUp.writeFor', { element: t(`element.${element}`) })}
                  disabled={today < report.to}
                  onClick={() => setOpen(element)}
                >
                  {t('followUp.write')}
                </Button>
              </div>
            )}
          </li>
        ))}
        {open === 'other' && <li className={styles.card}>{form(null)}</li>}
      </ul>
      {open !== 'other' && (
        <Button
          variant="default"
          className={styles.add ?? ''}
          leftSection={<IconPlus size={20} aria-hidden />}
          disabled={today < report.to}
          onClick={() => setOpen('other')}
        >
          {t('followUp.other')}
        </Button>
      )}
    </section>
  );
}

function Resolved(props: { readonly action: FollowUp; readonly today: string; readonly onOpen: () => void }) {
  const { action, today } = props;
  // Asked for once for all of them.
  const files = useRoute('keptFiles', { query: { ownerKind: 'follow_up' } });
  const ownFiles = files.data?.filter(({ ownerId, missing }) => ownerId === action.id && !missing) ?? [];
  const { t, language } = useSurveyTexts();
  const day = (date: string) => dateInWords(date, language, 'year');
  const isLate = action.doneOn === null && action.dueOn < today;
  const about = action.element === null ? t('followUp.remarks') : t(`element.${action.element}`);
  return (
    <div className={styles.line}>
      <div>
        <strong>{about}</strong>
        <p className={styles.text}>{action.action}</p>
        <p className={styles.when} data-state={action.doneOn ? 'done' : isLate ? 'late' : 'open'}>
          {action.doneOn && <IconCircleCheck size={20} aria-hidden />}
          {isLate && <IconClockExclamation size={20} aria-hidden />}
          {action.owner} ·{' '}
          {action.doneOn
            ? t('followUp.doneOn', { date: day(action.doneOn) })
            : t(isLate ? 'followUp.late' : 'followUp.due', { date: day(action.dueOn) })}
        </p>
        {action.proof && <p className={styles.text}>{t('followUp.proven', { proof: action.proof })}</p>}
        {ownFiles.map((file) => (
          <p key={file.id}>
            <a href={`/api/v1/files/${file.id}/content`} download>
              {file.name}
            </a>
          </p>
        ))}
      </div>
      <Button
        variant="default"
        leftSection={<IconPencil size={20} aria-hidden />}
        aria-label={t('followUp.changeOf', { action: action.action })}
        onClick={props.onOpen}
      >
        {t(action.doneOn ? 'followUp.change' : 'followUp.changeOrDone')}
      </Button>
    </div>
  );
}
