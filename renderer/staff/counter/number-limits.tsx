import { Button, NumberInput } from '@mantine/core';
import { useState } from 'react';
import type { HallCounter } from '../../../electron/contract/staff';
import type { OutboxInUse } from '../commands/use-outbox';
import { FormDialog } from '../dialogs/form-dialog';
import { useTexts } from '../texts';
import styles from './stop-controls.module.css';

type Service = HallCounter['services'][number];

/** How many numbers each service of a counter still gives today, to limit by hand and to let go again. */
export function NumberLimits(props: {
  readonly counter: HallCounter;
  readonly outbox: OutboxInUse;
  readonly ready: boolean;
}) {
  const { counter, outbox, ready } = props;
  const { t, local } = useTexts();
  const [asked, setAsked] = useState<Service | null>(null);
  const limit = (service: Service, left: number | null) =>
    outbox.press('limitNumbers', [{ route: 'limitNumbers', params: { id: service.id }, body: { left } }]);
  return (
    <section>
      <h2 className={styles.title}>{t('limit.heading')}</h2>
      <ul className={styles.services}>
        {counter.services.map((service) => (
          <li key={service.id}>
            <span className={styles.name}>{local(service.name)}</span>
            <span>
              {service.quotaLeft === null
                ? t('limit.none')
                : t(service.limited ? 'limit.leftByHand' : 'limit.left', { count: service.quotaLeft })}
            </span>
            <span className={styles.verbs}>
              {service.limited && (
                <Button
                  size="compact-sm"
                  aria-disabled={!ready}
                  aria-label={t('limit.letGoOf', { service: local(service.name) })}
                  onClick={() => limit(service, null)}
                >
                  {t('limit.letGo')}
                </Button>
              )}
              <Button
                size="compact-sm"
                variant="default"
                aria-disabled={!ready}
                aria-label={t('limit.of', { service: local(service.name) })}
                onClick={() => setAsked(service)}
              >
                {t('limit.limit')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      {asked && (
        <LimitDialog
          service={asked}
          onLimit={(left) => {
            limit(asked, left);
            setAsked(null);
          }}
          onClose={() => setAsked(null)}
        />
      )}
    </section>
  );
}

function LimitDialog(props: {
  readonly service: Service;
  readonly onLimit: (left: number) => void;
  readonly onClose: () => void;
}) {
  const { service, onLimit, onClose } = props;
  const { t, local } = useTexts();
  const [left, setLeft] = useState<number | null>(null);
  return (
    <FormDialog
      title={t('limit.of', { service: local(service.name) })}
      confirm={t('limit.limit')}
      onSubmit={() => left !== null && onLimit(left)}
      onClose={onClose}
    >
      <NumberInput
        label={t('limit.label')}
        description={t('limit.help')}
        data-autofocus
        allowDecimal={false}
        allowNegative={false}
        min={0}
        max={9999}
        clampBehavior="strict"
        value={left ?? ''}
        onChange={(value) => setLeft(typeof value === 'number' ? value : null)}
      />
    </FormDialog>
  );
}
