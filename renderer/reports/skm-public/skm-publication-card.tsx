import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { FollowUpPlan } from '../../../electron/contract/follow-up';
import type { SkmPublication } from '../../../electron/contract/skm-publication';
import type { SkmReport } from '../../../electron/contract/survey';
import { callRoute } from '../../client/api';
import { useSession } from '../../client/session';
import { refreshBelow } from '../../client/use-route';
import { DateField } from '../../ui/office/date-field';
import { FormError } from '../../ui/office/form-error';
import styles from '../complaints/publication.module.css';
import {
  PublicationHistory,
  SecondLook,
  UnpublishedButtons,
  WithdrawButton,
} from '../complaints/publication-parts';
import { decimals, whole } from '../skm/figures';
import { useSurveyTexts } from '../texts';
import { SkmPublicationForm } from './skm-publication-form';

/** A result that was made ready for everybody: what it tells, and the way to publish it, to paper, and back. */
export function SkmPublicationCard(props: {
  readonly publication: SkmPublication;
  readonly report: SkmReport;
  readonly plan: FollowUpPlan | undefined;
  readonly today: string;
  readonly onPrint: () => void;
}) {
  const { publication, report, today } = props;
  const { id, version, state, index, forms, grade, actions, doubts, postedOn } = publication;
  const { t, language } = useSurveyTexts();
  const queries = useQueryClient();
  const [editing, setEditing] = useState(false);
  const [isRead, setRead] = useState(false);
  const isOwn = useSession().data?.user.displayName === publication.written.by;
  const change = useMutation({
    mutationFn: async (act: 'publish' | 'withdraw' | 'remove' | { readonly postedOn: string | null }) => {
      const asked = { params: { id }, ifVersion: version };
      if (act === 'publish') await callRoute('publishSkm', { ...asked, body: { isRead: true } });
      else if (act === 'withdraw') await callRoute('withdrawSkm', asked);
      else if (act === 'remove') await callRoute('removeSkmPublication', asked);
      else await callRoute('postSkm', { ...asked, body: act });
    },
    onSuccess: async () => {
      setRead(false);
      await refreshBelow(queries, '/reports/skm-publications');
    },
  });
  if (editing)
    return (
      <li className={styles.card} data-state="draft">
        <SkmPublicationForm
          report={report}
          plan={props.plan}
          publication={publication}
          onEnd={() => setEditing(false)}
        />
      </li>
    );
  const isChanged = index !== report.index || forms !== report.forms;
  const acts = { isPending: change.isPending, onAct: change.mutate };
  return (
    <li className={styles.card} data-state={state}>
      <p className={styles.about}>
        <strong>{t(`publication.${state}`)}</strong>
      </p>
      <p className={styles.question}>
        {t('skmPublic.figures', {
          index: decimals(index, language),
          grade,
          forms: whole(forms, language),
        })}
      </p>
      {actions.length > 0 && (
        <ul>
          {actions.map(({ followUpId, element, text }) => (
            <li key={followUpId} className={styles.answer}>
              <strong>{element ? t(`element.${element}`) : t('followUp.remarks')}</strong>
              <br />
              {text}
            </li>
          ))}
        </ul>
      )}
      <PublicationHistory {...publication} />
      {isChanged && state !== 'withdrawn' && (
        <p>
          {t('skmPublic.changed', {
            index: decimals(report.index, language),
            forms: whole(report.forms, language),
          })}
        </p>
      )}
      {state === 'draft' && (
        <SecondLook {...{ doubts, isOwn, isRead }} label={t('skmPublic.isRead')} onRead={setRead} />
      )}
      {state === 'published' && (
        <DateField
          label={t('skmPublic.postedOn')}
          description={t('skmPublic.postedHint')}
          optional
          value={postedOn ?? ''}
          onChange={(date) => {
            if (date !== (postedOn ?? '') && date <= today) change.mutate({ postedOn: date || null });
          }}
        />
      )}
      <FormError error={change.error} />
      {state === 'draft' && (
        <div className={styles.buttons}>
          <UnpublishedButtons {...acts} {...{ isOwn, isRead }} onEdit={() => setEditing(true)} />
        </div>
      )}
      {state === 'published' && (
        <div className={styles.buttons}>
          <Button
            variant="default"
            leftSection={<IconPrinter size={20} aria-hidden />}
            onClick={props.onPrint}
          >
            {t('skmPublic.print')}
          </Button>
          <WithdrawButton {...acts} />
        </div>
      )}
    </li>
  );
}
