import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { IconClock, IconClockExclamation, IconWorld } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import {
  complaintKinds,
  complaintStatuses,
  type ListedComplaint,
  sp4nStates,
} from '../../../electron/contract/survey';
import { dateInWords } from '../../../electron/texts/dates';
import { callRoute } from '../../client/api';
import { useSession } from '../../client/session';
import { refreshBelow, useRoute } from '../../client/use-route';
import { useEdit } from '../../ui/office/drafts';
import { FormError } from '../../ui/office/form-error';
import { useSurveyTexts } from '../texts';
import styles from './complaints.module.css';
import { PublicationForm } from './publication-form';

/** A suggestion or complaint with its deadline, and the way to answer it. */
export function ComplaintCard({ complaint }: { readonly complaint: ListedComplaint }) {
  const { t, local, language } = useSurveyTexts();
  const queries = useQueryClient();
  const edit = useEdit(`complaint:${complaint.code}`, {
    version: complaint.version,
    kind: complaint.kind,
    status: complaint.status,
    answer: complaint.answer ?? '',
    sp4nNumber: complaint.sp4nNumber ?? '',
    sp4nState: complaint.sp4nState ?? ('waiting' as const),
  });
  const { kind, status, answer, sp4nNumber, sp4nState } = edit.value;
  const day = (date: string) => dateInWords(date, language, 'year');
  const save = useMutation({
    mutationFn: () =>
      callRoute('changeComplaint', {
        params: { code: complaint.code },
        ifVersion: edit.base.version,
        body: {
          kind,
          status,
          answer: answer.trim() === '' ? null : answer,
          sp4nNumber: sp4nNumber.trim() === '' ? null : sp4nNumber.trim(),
          sp4nState: sp4nNumber.trim() === '' ? null : sp4nState,
        },
      }),
    onSuccess: async () => {
      await refreshBelow(queries, '/reports');
      edit.discard();
    },
  });
  const isChanged = edit.changed.length > 0;
  return (
    <article className={styles.card} aria-label={complaint.code}>
      <header className={styles.about}>
        <strong>{complaint.code}</strong>
        <span>
          {complaint.counter ? local(complaint.counter) : t('complaints.hall')}
          {complaint.service && ` · ${local(complaint.service)}`}
        </span>
        <span>{t(`complaints.origin.${complaint.origin}`)}</span>
        <span>{t('complaints.received', { date: day(complaint.receivedOn) })}</span>
        {complaint.dueOn && complaint.daysLeft !== null && (
          <span className={styles.due} data-late={complaint.daysLeft < 0}>
            {complaint.daysLeft < 0 ? (
              <IconClockExclamation size={20} aria-hidden />
            ) : (
              <IconClock size={20} aria-hidden />
            )}
            {t('complaints.due', { date: day(complaint.dueOn) })} · {timeLeft(complaint.daysLeft, t)}
          </span>
        )}
      </header>
      <p className={styles.text}>{complaint.text}</p>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <Select
          label={t('complaints.kind')}
          value={kind}
          allowDeselect={false}
          data={complaintKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          onChange={(value) => edit.set({ kind: complaintKinds.find((each) => each === value) ?? kind })}
        />
        <Select
          label={t('complaints.status')}
          value={status}
          allowDeselect={false}
          data={complaintStatuses.map((value) => ({ value, label: t(`status.${value}`) }))}
          onChange={(value) =>
            edit.set({ status: complaintStatuses.find((each) => each === value) ?? status })
          }
        />
        <Textarea
          className={styles.answer ?? ''}
          label={t('complaints.answer')}
          description={t('complaints.answerHint')}
          maxLength={2_000}
          rows={3}
          value={answer}
          onChange={({ currentTarget }) => edit.set({ answer: currentTarget.value })}
        />
        <TextInput
          label={t('complaints.sp4nNumber')}
          description={t('complaints.sp4nHint')}
          maxLength={40}
          value={sp4nNumber}
          onChange={({ currentTarget }) => edit.set({ sp4nNumber: currentTarget.value })}
        />
        {sp4nNumber.trim() !== '' && (
          <Select
            label={t('complaints.sp4nState')}
            value={sp4nState}
            allowDeselect={false}
            data={sp4nStates.map((value) => ({ value, label: t(`sp4nState.${value}`) }))}
            onChange={(value) =>
              edit.set({ sp4nState: sp4nStates.find((each) => each === value) ?? sp4nState })
            }
          />
        )}
        <FormError error={save.error} />
        <Button type="submit" disabled={!isChanged} loading={save.isPending}>
          {t('complaints.save')}
        </Button>
        <span role="status">{save.isSuccess && !isChanged && t('complaints.saved')}</span>
      </form>
      <PreparePublication complaint={complaint} />
    </article>
  );
}

function timeLeft(days: number, t: ReturnType<typeof useSurveyTexts>['t']): string {
  if (days === 0) return t('complaints.today');
  return days > 0 ? t('complaints.daysLeft', { count: days }) : t('complaints.late', { count: -days });
}

/** The way to what everybody may read of it, once it is answered. */
function PreparePublication({ complaint }: { readonly complaint: ListedComplaint }) {
  const { t } = useSurveyTexts();
  const [writing, setWriting] = useState(false);
  const isWholeHall = useSession().data?.user.wholeHall === true;
  const publications = useRoute('publications', isWholeHall ? {} : null);
  const isClosed = complaint.status === 'answered' || complaint.status === 'forwarded';
  const isWritten = publications.data?.some(({ code }) => code === complaint.code);
  if (!isClosed || isWritten !== false) return null;
  if (writing)
    return (
      <div className={styles.publication}>
        <PublicationForm
          code={complaint.code}
          answer={complaint.answer ?? ''}
          onEnd={() => setWriting(false)}
        />
      </div>
    );
  return (
    <Button
      className={styles.publication ?? ''}
      variant="default"
      leftSection={<IconWorld size={20} aria-hidden />}
      onClick={() => setWriting(true)}
    >
      {t('publication.prepare')}
    </Button>
  );
}
