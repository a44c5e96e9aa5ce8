import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { IconClock, IconClockExclamation } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import {
  type ComplaintKind,
  type ComplaintStatus,
  complaintKinds,
  complaintStatuses,
  type ListedComplaint,
} from '../../../electron/contract/survey';
import { callRoute } from '../../client/api';
import { refreshBelow } from '../../client/use-route';
import { formatDate } from '../../i18n/time';
import { FormError } from '../../ui/office/form-error';
import { useSurveyTexts } from '../texts';
import styles from './complaints.module.css';

/** A suggestion or complaint with its deadline, and the way to answer it. */
export function ComplaintCard({ complaint }: { readonly complaint: ListedComplaint }) {
  const { t, local, language } = useSurveyTexts();
  const queries = useQueryClient();
  const [kind, setKind] = useState<ComplaintKind>(complaint.kind);
  const [status, setStatus] = useState<ComplaintStatus>(complaint.status);
  const [answer, setAnswer] = useState(complaint.answer ?? '');
  const [sp4nNumber, setSp4nNumber] = useState(complaint.sp4nNumber ?? '');
  const day = (date: string) => formatDate(`${date}T00:00:00Z`, 'UTC', language, { year: true });
  const save = useMutation({
    mutationFn: () =>
      callRoute('changeComplaint', {
        params: { code: complaint.code },
        ifVersion: complaint.version,
        body: {
          kind,
          status,
          answer: answer.trim() === '' ? null : answer,
          sp4nNumber: sp4nNumber.trim() === '' ? null : sp4nNumber.trim(),
        },
      }),
    onSuccess: () => refreshBelow(queries, '/reports'),
  });
  const isChanged =
    kind !== complaint.kind ||
    status !== complaint.status ||
    answer !== (complaint.answer ?? '') ||
    sp4nNumber !== (complaint.sp4nNumber ?? '');
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
          onChange={(value) => setKind(complaintKinds.find((each) => each === value) ?? kind)}
        />
        <Select
          label={t('complaints.status')}
          value={status}
          allowDeselect={false}
          data={complaintStatuses.map((value) => ({ value, label: t(`status.${value}`) }))}
          onChange={(value) => setStatus(complaintStatuses.find((each) => each === value) ?? status)}
        />
        <Textarea
          className={styles.answer ?? ''}
          label={t('complaints.answer')}
          description={t('complaints.answerHint')}
          maxLength={2_000}
          rows={3}
          value={answer}
          onChange={({ currentTarget }) => setAnswer(currentTarget.value)}
        />
        <TextInput
          label={t('complaints.sp4nNumber')}
          description={t('complaints.sp4nHint')}
          maxLength={40}
          value={sp4nNumber}
          onChange={({ currentTarget }) => setSp4nNumber(currentTarget.value)}
        />
        <FormError error={save.error} />
        <Button type="submit" disabled={!isChanged} loading={save.isPending}>
          {t('complaints.save')}
        </Button>
        <span role="status">{save.isSuccess && !isChanged && t('complaints.saved')}</span>
      </form>
    </article>
  );
}

function timeLeft(days: number, t: ReturnType<typeof useSurveyTexts>['t']): string {
  if (days === 0) return t('complaints.today');
  return days > 0 ? t('complaints.daysLeft', { count: days }) : t('complaints.late', { count: -days });
}
