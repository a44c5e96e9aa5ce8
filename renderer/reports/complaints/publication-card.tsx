import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Publication } from '../../../electron/contract/publication';
import { dateInWords } from '../../../electron/texts/dates';
import { callRoute } from '../../client/api';
import { useSession } from '../../client/session';
import { refreshBelow } from '../../client/use-route';
import { FormError } from '../../ui/office/form-error';
import { useSurveyTexts } from '../texts';
import styles from './publication.module.css';
import { PublicationForm } from './publication-form';
import { PublicationHistory, SecondLook, UnpublishedButtons, WithdrawButton } from './publication-parts';

/** What was written of a complaint for everybody: what to look at before it is published, and the way there and back. */
export function PublicationCard({ publication }: { readonly publication: Publication }) {
  const { t, local, language } = useSurveyTexts();
  const queries = useQueryClient();
  const [editing, setEditing] = useState(false);
  const [isRead, setRead] = useState(false);
  const { id, version, state, doubts, written } = publication;
  const isOwn = useSession().data?.user.displayName === written.by;
  const change = useMutation({
    mutationFn: async (act: 'publish' | 'withdraw' | 'remove') => {
      const asked = { params: { id }, ifVersion: version };
      if (act === 'publish') await callRoute('publish', { ...asked, body: { isRead: true } });
      else await callRoute(act === 'withdraw' ? 'withdrawPublication' : 'removePublication', asked);
    },
    onSuccess: async () => {
      setRead(false);
      await refreshBelow(queries, '/reports/publications');
    },
  });
  if (editing)
    return (
      <li className={styles.card}>
        <PublicationForm publication={publication} onEnd={() => setEditing(false)} />
      </li>
    );
  const isPublic = state === 'published';
  const acts = { isPending: change.isPending, onAct: change.mutate };
  return (
    <li className={styles.card} data-state={state}>
      <p className={styles.about}>
        <strong>{t(`publication.${state}`)}</strong>
        <span>{publication.counter ? local(publication.counter) : t('complaints.hall')}</span>
        <span>{dateInWords(`${publication.month}-01`, language, 'month')}</span>
        {publication.code && <span>{publication.code}</span>}
      </p>
      <p className={styles.question}>{publication.question}</p>
      <p className={styles.answer}>{publication.answer}</p>
      <PublicationHistory {...publication} />
      {!isPublic && (
        <SecondLook {...{ doubts, isOwn, isRead }} label={t('publication.isRead')} onRead={setRead} />
      )}
      <FormError error={change.error} />
      <div className={styles.buttons}>
        {isPublic ? (
          <WithdrawButton {...acts} />
        ) : (
          <UnpublishedButtons {...acts} {...{ isOwn, isRead }} onEdit={() => setEditing(true)} />
        )}
      </div>
    </li>
  );
}
