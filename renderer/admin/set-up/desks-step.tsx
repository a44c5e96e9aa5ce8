import { Button } from '@mantine/core';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { callRoute } from '../../client/api';
import { refreshBelow, useRoute } from '../../client/use-route';
import { FormError } from '../../ui/office/form-error';
import { NotYet } from '../../ui/office/not-yet';
import { useTexts } from '../texts';
import styles from './set-up-section.module.css';

/** How many desks each counter has; a new one gets the hall's next free number. */
export function DesksStep() {
  const { t, local } = useTexts();
  const queries = useQueryClient();
  const counters = useRoute('adminCounters');
  const { data: desks } = useRoute('adminDesks');
  const change = useMutation({
    mutationFn: async (wanted: { readonly counterId: string } | { readonly deskId: string }) => {
      if ('deskId' in wanted) {
        await callRoute('archiveDesk', { params: { id: wanted.deskId } });
        return;
      }
      const taken = new Set((desks ?? []).map(({ number }) => number));
      const number = Array.from({ length: taken.size + 1 }, (_, index) => index + 1).find(
        (each) => !taken.has(each),
      );
      await callRoute('makeDesk', { body: { counterId: wanted.counterId, number: number ?? 1 } });
    },
    onSettled: () => refreshBelow(queries, '/admin'),
  });
  if (!counters.data || !desks) {
    return <NotYet answer={counters} />;
  }
  return (
    <>
      <FormError error={change.error} />
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('section.counters')}</th>
            <th scope="col">{t('section.desks')}</th>
            <th scope="col">{t('setUp.desks.change')}</th>
          </tr>
        </thead>
        <tbody>
          {counters.data.map((counter) => {
            const name = local(counter.name);
            const own = desks
              .filter(({ counterId }) => counterId === counter.id)
              .sort((one, other) => one.number - other.number);
            const last = own.at(-1);
            const shared = desks.filter(({ otherCounterIds }) => otherCounterIds.includes(counter.id));
            const all = [...own, ...shared];
            return (
              <tr key={counter.id}>
                <th scope="row">
                  {counter.code}, {name}
                </th>
                <td className={all.length === 0 ? styles.warning : undefined}>
                  {all.map(({ label }) => label).join(', ') || `◆ ${t('setUp.desks.none')}`}
                </td>
                <td>
                  <div className={styles.row}>
                    <Button
                      variant="default"
                      size="sm"
                      aria-label={t('setUp.desks.fewer', { counter: name })}
                      disabled={!last || change.isPending}
                      onClick={() => last && change.mutate({ deskId: last.id })}
                    >
                      <IconMinus size={18} aria-hidden />
                    </Button>
                    <Button
                      variant="default"
                      size="sm"
                      aria-label={t('setUp.desks.more', { counter: name })}
                      disabled={change.isPending}
                      onClick={() => change.mutate({ counterId: counter.id })}
                    >
                      <IconPlus size={18} aria-hidden />
                    </Button>
                  </div>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p>
        <a href="#loket">{t('setUp.desks.section')}</a>
      </p>
    </>
  );
}
