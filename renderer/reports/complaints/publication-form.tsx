import { Button, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Publication } from '../../../electron/contract/publication';
import { callRoute, newKey } from '../../client/api';
import { refreshBelow } from '../../client/use-route';
import { useEdit } from '../../ui/office/drafts';
import { FormError } from '../../ui/office/form-error';
import { useSurveyTexts } from '../texts';
import styles from './publication.module.css';

type Props = { readonly onEnd: () => void } & (
  | { readonly code: string; readonly answer: string; readonly publication?: undefined }
  | { readonly publication: Publication }
);

/** To write what everybody may read of a complaint and its answer. */
export function PublicationForm(props: Props) {
  const { t } = useSurveyTexts();
  const queries = useQueryClient();
  const before = props.publication;
  const edit = useEdit(before ? `publication:${before.id}` : `publication:${props.code}`, {
    version: before?.version ?? 0,
    question: before?.question ?? '',
    answer: before ? before.answer : props.answer,
  });
  const { question, answer } = edit.value;
  const texts = { question: question.trim(), answer: answer.trim() };
  const save = useMutation({
    mutationFn: async () => {
      if (before)
        await callRoute('changePublication', {
          params: { id: before.id },
          ifVersion: edit.base.version,
          body: texts,
        });
      else await callRoute('makePublication', { body: { code: props.code, ...texts }, key: newKey() });
    },
    onSuccess: async () => {
      await refreshBelow(queries, '/reports/publications');
      edit.discard();
      props.onEnd();
    },
  });
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <Textarea
        label={t('publication.question')}
        description={t('publication.questionHint')}
        required
        withAsterisk={false}
        minLength={10}
        maxLength={400}
        rows={2}
        value={question}
        onChange={({ currentTarget }) => edit.set({ question: currentTarget.value })}
      />
      <Textarea
        label={t('publication.answer')}
        description={t('publication.answerHint')}
        required
        withAsterisk={false}
        minLength={10}
        maxLength={1_000}
        rows={3}
        value={answer}
        onChange={({ currentTarget }) => edit.set({ answer: currentTarget.value })}
      />
      <FormError error={save.error} />
      <div className={styles.buttons}>
        <Button type="submit" loading={save.isPending} disabled={question.trim().length < 10}>
          {t('publication.save')}
        </Button>
        <Button
          variant="default"
          onClick={() => {
            edit.discard();
            props.onEnd();
          }}
        >
          {t('followUp.cancel')}
        </Button>
      </div>
    </form>
  );
}
