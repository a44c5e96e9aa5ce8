import { Checkbox } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { counterGroups } from '../../../electron/contract/counter-groups';
import { callRoute } from '../../client/api';
import { refreshBelow, useRoute } from '../../client/use-route';
import { FormError } from '../../ui/office/form-error';
import { NotYet } from '../../ui/office/not-yet';
import { useTexts } from '../texts';
import styles from './set-up-section.module.css';

/** Which of the prepared counters this hall has; the others are archived, and come back with a tick. */
export function CountersStep() {
  const { t, local } = useTexts();
  const queries = useQueryClient();
  const counters = useRoute('adminCounters', { query: { archived: 'true' } });
  const keep = useMutation({
    mutationFn: async ({ id, here }: { readonly id: string; readonly here: boolean }) => {
      if (here) await callRoute('changeCounter', { params: { id }, body: { archived: false } });
      else await callRoute('archiveCounter', { params: { id } });
    },
    onSettled: () => refreshBelow(queries, '/admin'),
  });
  if (!counters.data) return <NotYet answer={counters} />;
  const here = counters.data.filter(({ archived }) => !archived);
  return (
    <>
      <FormError error={keep.error} />
      <p role="status">{t('setUp.counters.count', { count: here.length })}</p>
      <div className={styles.choices}>
        {counterGroups.map((group) => (
          <fieldset key={group} className={styles.group}>
            <legend>{t(`group.${group}`)}</legend>
            {counters.data
              .filter((counter) => counter.group === group)
              .map((counter) => (
                <Checkbox
                  key={counter.id}
                  label={`${counter.code}, ${local(counter.name)}`}
                  description={local(counter.hint)}
                  checked={
                    keep.variables?.id === counter.id && keep.isPending
                      ? keep.variables.here
                      : !counter.archived
                  }
                  onChange={(event) => {
                    if (!keep.isPending) keep.mutate({ id: counter.id, here: event.currentTarget.checked });
                  }}
                />
              ))}
          </fieldset>
        ))}
      </div>
      <p>
        <a href="#gerai">{t('setUp.counters.more')}</a>
      </p>
    </>
  );
}
