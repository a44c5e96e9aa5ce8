import { Button, Checkbox, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { FollowUpPlan } from '../../../electron/contract/follow-up';
import type { SkmPublication } from '../../../electron/contract/skm-publication';
import type { SkmReport } from '../../../electron/contract/survey';
import { callRoute, newKey } from '../../client/api';
import { refreshBelow } from '../../client/use-route';
import { useEdit } from '../../ui/office/drafts';
import { FormError } from '../../ui/office/form-error';
import styles from '../complaints/publication.module.css';
import { decimals, whole } from '../skm/figures';
import { useSurveyTexts } from '../texts';

/** To choose which follow-ups are told with a result, and in which words. */
export function SkmPublicationForm(props: {
  readonly report: SkmReport;
  readonly plan: FollowUpPlan | undefined;
  /** What is written anew; undefined: a first time. */
  readonly publication?: SkmPublication;
  readonly onEnd: () => void;
}) {
  const { report, plan, publication } = props;
  const { t, language } = useSurveyTexts();
  const queries = useQueryClient();
  /** By the follow-up's id; one that isn't told has none. */
  const told: Readonly<Record<string, string>> = Object.fromEntries(
    (publication?.actions ?? []).map(({ followUpId, text }) => [followUpId, text]),
  );
  const edit = useEdit(`skmPublication:${publication?.id ?? `${report.from}:${report.to}`}`, {
    version: publication?.version ?? 0,
    told,
  });
  const { value } = edit;
  const followUps = plan?.actions ?? [];
  const actions = followUps.flatMap(({ id }) => {
    const text = value.told[id];
    return text === undefined ? [] : [{ followUpId: id, text: text.trim() }];
  });
  const save = useMutation({
    mutationFn: async () => {
      if (publication)
        await callRoute('changeSkmPublication', {
          params: { id: publication.id },
          ifVersion: edit.base.version,
          body: { actions },
        });
      else
        await callRoute('makeSkmPublication', {
          body: { from: report.from, to: report.to, actions },
          key: newKey(),
        });
    },
    onSuccess: async () => {
      await refreshBelow(queries, '/reports/skm-publications');
      edit.discard();
      props.onEnd();
    },
  });
  const set = (id: string, text: string | undefined) => {
    const { [id]: _before, ...others } = value.told;
    edit.set({ told: text === undefined ? others : { ...others, [id]: text } });
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <p className={styles.question}>
        {t('skmPublic.figures', {
          index: decimals(report.index, language),
          grade: report.grade ?? '–',
          forms: whole(report.forms, language),
        })}
      </p>
      {followUps.length === 0 ? (
        <p>{t('skmPublic.chooseNone')}</p>
      ) : (
        <fieldset className={styles.choice}>
          <legend>{t('skmPublic.choose')}</legend>
          <p className={styles.history}>{t('skmPublic.chooseHint')}</p>
          {followUps.map(({ id, element, action }) => (
            <div key={id} className={styles.told}>
              <Checkbox
                label={`${element ? t(`element.${element}`) : t('followUp.remarks')}: ${action}`}
                checked={value.told[id] !== undefined}
                onChange={({ currentTarget }) => set(id, currentTarget.checked ? action : undefined)}
              />
              {value.told[id] !== undefined && (
                <Textarea
                  aria-label={t('skmPublic.words', { action })}
                  required
                  autosize
                  minRows={2}
                  minLength={3}
                  maxLength={500}
                  value={value.told[id]}
                  onChange={({ currentTarget }) => set(id, currentTarget.value)}
                />
              )}
            </div>
          ))}
        </fieldset>
      )}
      <FormError error={save.error} />
      <div className={styles.buttons}>
        <Button type="submit" loading={save.isPending}>
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
