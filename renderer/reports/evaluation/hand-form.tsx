import { Button, Checkbox, Select, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { EvaluatedIndicator } from '../../../electron/contract/evaluation/evaluation';
import { dateInWords } from '../../../electron/texts/dates';
import { callRoute } from '../../client/api';
import { refreshBelow } from '../../client/use-route';
import { useEdit } from '../../ui/office/drafts';
import { FormError } from '../../ui/office/form-error';
import styles from './evaluation.module.css';
import { useEvaluationTexts } from './texts';

const choices = [5, 4, 3, 2, 1, 0];

/** What is filled in by hand for an indicator: which of its parts are there, the points wished, and an explanation. */
export function HandForm(props: { readonly year: number; readonly indicator: EvaluatedIndicator }) {
  const { year, indicator } = props;
  const { hand, parts, byData } = indicator;
  const { t, language } = useEvaluationTexts();
  const queries = useQueryClient();
  const id = `${year}-${indicator.number}`;
  const edit = useEdit(`evaluation:${id}`, {
    version: hand?.version ?? 0,
    points: hand?.points ?? null,
    parts: hand?.parts ?? [],
    words: hand?.words ?? '',
  });
  const { points, parts: said, words } = edit.value;
  const ended = async () => {
    await refreshBelow(queries, '/reports/evaluation');
    edit.discard();
  };
  const save = useMutation({
    mutationFn: () =>
      callRoute('answerIndicator', {
        params: { id },
        ifVersion: edit.base.version,
        body: { points, parts: [...said], words: words.trim() },
      }),
    onSuccess: ended,
  });
  const clear = useMutation({
    mutationFn: (version: number) => callRoute('clearIndicator', { params: { id }, ifVersion: version }),
    onSuccess: ended,
  });
  const date = hand && dateInWords(hand.changedOn, language, 'year');
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <h4>{t('hand')}</h4>
      {hand && date !== null && (
        <p>{hand.by === null ? t('hand.bySomebody', { date }) : t('hand.by', { by: hand.by, date })}</p>
      )}
      {parts.length > 0 && (
        <fieldset className={styles.parts}>
          <legend>{t('parts')}</legend>
          {parts.map(({ name, text, required, by }) => (
            <Checkbox
              key={name}
              label={<span lang="id">{text}</span>}
              description={
                [required ? t('parts.required') : '', by === 'data' ? t('parts.data') : '']
                  .filter(Boolean)
                  .join(', ') || undefined
              }
              checked={by === 'data' || said.includes(name)}
              disabled={by === 'data'}
              onChange={({ currentTarget }) =>
                edit.set({
                  parts: currentTarget.checked ? [...said, name] : said.filter((each) => each !== name),
                })
              }
            />
          ))}
        </fieldset>
      )}
      <Select
        label={t('hand.points')}
        description={t('hand.pointsHint')}
        allowDeselect={false}
        value={points === null ? '' : String(points)}
        data={[
          { value: '', label: t('hand.noPoints') },
          ...choices.map((each) => ({ value: String(each), label: String(each) })),
        ]}
        onChange={(chosen) => edit.set({ points: chosen ? Number(chosen) : null })}
      />
      {points !== null && byData !== null && points > byData && (
        <p className={styles.differs}>{t('hand.differs', { points, byData })}</p>
      )}
      <Textarea
        label={t('hand.words')}
        description={t('hand.wordsHint')}
        autosize
        minRows={2}
        maxLength={2_000}
        value={words}
        onChange={({ currentTarget }) => edit.set({ words: currentTarget.value })}
      />
      <FormError error={save.error ?? clear.error} />
      <div className={styles.buttons}>
        <Button type="submit" loading={save.isPending} disabled={edit.changed.length === 0}>
          {t('hand.save')}
        </Button>
        {edit.changed.length > 0 && (
          <Button variant="default" onClick={() => edit.discard()}>
            {t('hand.cancel')}
          </Button>
        )}
        {hand && edit.changed.length === 0 && (
          <Button
            variant="subtle"
            color="red"
            loading={clear.isPending}
            onClick={() => clear.mutate(hand.version)}
          >
            {t('hand.clear')}
          </Button>
        )}
      </div>
    </form>
  );
}
