import { Button } from '@mantine/core';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { AdminDesk } from '../../../electron/contract/admin-hall';
import { callRoute } from '../../client/api';
import { refreshBelow, useRoute } from '../../client/use-route';
import { FormError } from '../../ui/office/form-error';
import { NotYet } from '../../ui/office/not-yet';
import { DeskEditor } from '../desks/desk-editor';
import { useChosenRow } from '../edit/use-chosen-row';
import { RecordPanel } from '../records/record-panel';
import { useTexts } from '../texts';
import styles from './set-up-section.module.css';
import { StepForm } from './step-form';
import type { StepProps } from './step-props';

function ownOf(desks: readonly AdminDesk[], counterId: string): AdminDesk[] {
  return desks.filter((desk) => desk.counterId === counterId).sort((one, other) => one.number - other.number);
}

function lastOf(desks: readonly AdminDesk[], counterId: string): AdminDesk | undefined {
  return ownOf(desks, counterId).at(-1);
}

/** How many desks each counter has; a new one gets the hall's next free number, and each opens to be changed. */
export function DesksStep({ way }: StepProps) {
  const { t, local } = useTexts();
  const queries = useQueryClient();
  const counters = useRoute('adminCounters');
  const { data: services = [] } = useRoute('adminServices');
  const { data: desks } = useRoute('adminDesks');
  const [openId, setOpenId] = useChosenRow();
  const change = useMutation({
    // One after the other: each begins from what the one before left.
    scope: { id: 'set-up-desks' },
    mutationFn: async ({ counterId, by }: { readonly counterId: string; readonly by: 1 | -1 }) => {
      const now = await callRoute('adminDesks');
      const last = lastOf(now, counterId);
      if (by < 0) {
        if (last) await callRoute('archiveDesk', { params: { id: last.id } });
        return;
      }
      const taken = new Set(now.map(({ number }) => number));
      const number = Array.from({ length: taken.size + 1 }, (_, index) => index + 1).find(
        (each) => !taken.has(each),
      );
      await callRoute('makeDesk', { body: { counterId, number: number ?? 1 } });
    },
    onSettled: () => refreshBelow(queries, '/admin'),
  });
  const open = desks?.find(({ id }) => id === openId);
  return (
    <StepForm way={way} without={desks?.length === 0 ? t('setUp.skip') : null}>
      <FormError error={change.error} />
      {!(counters.data && desks) && <NotYet answer={counters} />}
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('section.counters')}</th>
            <th scope="col">{t('section.desks')}</th>
            <th scope="col">{t('setUp.desks.change')}</th>
          </tr>
        </thead>
        <tbody>
          {desks &&
            counters.data?.map((counter) => {
              const name = local(counter.name);
              const own = ownOf(desks, counter.id);
              const last = lastOf(desks, counter.id);
              const shared = desks.filter(({ otherCounterIds }) => otherCounterIds.includes(counter.id));
              const all = [...own, ...shared];
              return (
                <tr key={counter.id}>
                  <th scope="row">
                    {counter.code}, {name}
                  </th>
                  <td>
                    {all.length === 0 && <span className={styles.warning}>◆ {t('setUp.desks.none')}</span>}
                    <div className={styles.row}>
                      {all.map(({ id, label }) => (
                        <Button
                          key={id}
                          variant="default"
                          size="compact-md"
                          aria-label={t('setUp.desks.open', { label })}
                          onClick={() => setOpenId(id)}
                        >
                          {label}
                        </Button>
                      ))}
                    </div>
                  </td>
                  <td>
                    <div className={styles.pair}>
                      <Button
                        variant="default"
                        size="sm"
                        aria-label={t('setUp.desks.fewer', { counter: name })}
                        // Disabled, it would lose the focus of whoever pressed it.
                        {...(last ? {} : { 'data-disabled': true })}
                        aria-disabled={!last}
                        onClick={() => last && change.mutate({ counterId: counter.id, by: -1 })}
                      >
                        <IconMinus size={18} aria-hidden />
                      </Button>
                      <Button
                        variant="default"
                        size="sm"
                        aria-label={t('setUp.desks.more', { counter: name })}
                        onClick={() => change.mutate({ counterId: counter.id, by: 1 })}
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
      {open && counters.data && (
        <RecordPanel title={t('desks.desk', { label: open.label })} onClose={() => setOpenId(null)}>
          <DeskEditor
            key={open.id}
            desk={open}
            counters={counters.data}
            services={services}
            readOnly={false}
            onMade={() => undefined}
            onArchived={() => setOpenId(null)}
          />
        </RecordPanel>
      )}
    </StepForm>
  );
}
