import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { FollowUp } from '../../../electron/contract/follow-up';
import type { FileOwner } from '../../../electron/contract/kept-files';
import { type SurveyElement, surveyElements } from '../../../electron/contract/survey';
import { callRoute } from '../../client/api';
import { refreshBelow, useRoute } from '../../client/use-route';
import { DateField } from '../../ui/office/date-field';
import { useEdit } from '../../ui/office/drafts';
import { FormError } from '../../ui/office/form-error';
import { KeptFiles } from '../../ui/office/kept-files';
import { useSurveyTexts } from '../texts';
import styles from './follow-up.module.css';

/** What a new one is about, and when its report was handed in. */
interface Start {
  readonly from: string;
  readonly to: string;
  readonly element: SurveyElement | null;
  readonly reportedOn: string;
}

type Props = { readonly onEnd: () => void } & (
  | { readonly start: Start; readonly followUp?: undefined }
  | { readonly followUp: FollowUp; readonly start?: undefined }
);

const ownerOf = ({ id }: FollowUp): FileOwner => ({ ownerKind: 'follow_up', ownerId: id });

/** The question is where the button was that led to it. */
const focus = (button: HTMLButtonElement | null) => button?.focus();

/** To write down what is to be done, by whom and until when; of what is written already also that it was done. */
export function FollowUpForm({ start, followUp, onEnd }: Props) {
  const { t } = useSurveyTexts();
  const queries = useQueryClient();
  const edit = useEdit(
    followUp ? `followUp:${followUp.id}` : `followUp:${start.from}:${start.to}:${start.element}`,
    {
      version: followUp?.version ?? 0,
      element: (followUp ?? start).element,
      action: followUp?.action ?? '',
      owner: followUp?.owner ?? '',
      dueOn: followUp?.dueOn ?? '',
      doneOn: followUp?.doneOn ?? '',
      proof: followUp?.proof ?? '',
    },
  );
  const { element, action, owner, dueOn, doneOn, proof } = edit.value;
  const ended = async () => {
    await refreshBelow(queries, '/reports/follow-ups');
    edit.discard();
    onEnd();
  };
  const save = useMutation({
    mutationFn: async () => {
      const written = { element, action: action.trim(), owner: owner.trim(), dueOn };
      if (start) {
        const { from, to, reportedOn } = start;
        await callRoute('makeFollowUp', { body: { from, to, reportedOn, ...written } });
        return;
      }
      await callRoute('changeFollowUp', {
        params: { id: followUp.id },
        ifVersion: edit.base.version,
        body: {
          ...written,
          doneOn: doneOn === '' ? null : doneOn,
          proof: doneOn === '' || proof.trim() === '' ? null : proof.trim(),
        },
      });
    },
    onSuccess: ended,
  });
  const remove = useMutation({
    mutationFn: (id: string) => callRoute('removeFollowUp', { params: { id }, ifVersion: edit.base.version }),
    onSuccess: ended,
  });
  const [asking, setAsking] = useState(false);
  const files = useRoute('keptFiles', followUp ? { query: ownerOf(followUp) } : null);
  const count = files.data?.length ?? 0;
  const elements = surveyElements.map((value) => ({ value, label: t(`element.${value}`) }));
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <Select
        label={t('followUp.about')}
        value={element ?? ''}
        allowDeselect={false}
        data={[...elements, { value: '', label: t('followUp.remarks') }]}
        onChange={(value) => edit.set({ element: surveyElements.find((each) => each === value) ?? null })}
      />
      <DateField label={t('followUp.dueOn')} value={dueOn} onChange={(date) => edit.set({ dueOn: date })} />
      <Textarea
        className={styles.wide ?? ''}
        label={t('followUp.action')}
        description={t('followUp.actionHint')}
        required
        withAsterisk={false}
        autosize
        minRows={2}
        maxLength={500}
        value={action}
        data-autofocus
        onChange={({ currentTarget }) => edit.set({ action: currentTarget.value })}
      />
      <TextInput
        className={styles.wide ?? ''}
        label={t('followUp.owner')}
        description={t('followUp.ownerHint')}
        required
        withAsterisk={false}
        maxLength={120}
        value={owner}
        onChange={({ currentTarget }) => edit.set({ owner: currentTarget.value })}
      />
      {followUp && (
        <>
          <DateField
            label={t('followUp.done')}
            description={t('followUp.doneHint')}
            optional
            value={doneOn}
            onChange={(date) => edit.set({ doneOn: date })}
          />
          {doneOn !== '' && (
            <Textarea
              className={styles.wide ?? ''}
              label={t('followUp.proof')}
              description={t('followUp.proofHint')}
              required
              withAsterisk={false}
              autosize
              minRows={2}
              maxLength={1_000}
              value={proof}
              onChange={({ currentTarget }) => edit.set({ proof: currentTarget.value })}
            />
          )}
        </>
      )}
      {followUp && (
        <div className={styles.wide}>
          <KeptFiles owner={ownerOf(followUp)} title={t('followUp.files')} mayChange />
        </div>
      )}
      <FormError error={save.error ?? remove.error} />
      <div className={styles.buttons}>
        <Button type="submit" loading={save.isPending} disabled={edit.changed.length === 0}>
          {t('complaints.save')}
        </Button>
        <Button
          variant="default"
          onClick={() => {
            edit.discard();
            onEnd();
          }}
        >
          {t('followUp.cancel')}
        </Button>
        {followUp && !asking && (
          <Button
            variant="subtle"
            color="mengkudu"
            leftSection={<IconTrash size={20} aria-hidden />}
            onClick={() => setAsking(true)}
          >
            {t('followUp.remove')}
          </Button>
        )}
      </div>
      {followUp && asking && (
        <div className={styles.buttons}>
          <p>{count > 0 ? t('followUp.removeAsk', { count }) : t('followUp.removeAskBare')}</p>
          <Button color="mengkudu" loading={remove.isPending} onClick={() => remove.mutate(followUp.id)}>
            {t('followUp.removeYes')}
          </Button>
          <Button variant="default" ref={focus} onClick={() => setAsking(false)}>
            {t('followUp.cancel')}
          </Button>
        </div>
      )}
    </form>
  );
}
