import { Button } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import type { AdminCounter } from '../../../electron/contract/admin-hall';
import { callRoute } from '../../client/api';
import { useRoute } from '../../client/use-route';
import { useEdit } from '../../ui/office/drafts';
import { ArchiveButton } from '../edit/archive-button';
import fields from '../edit/fields.module.css';
import { useTexts } from '../texts';
import { blankCounter, counterKey } from './blank-rows';
import { CounterBadge } from './counter-badge';
import styles from './counter-head.module.css';
import { useChosenCounter } from './use-chosen-counter';

/** So many desks are named; of more it is said how many. */
const mostNamed = 5;

/** Whose counter it is and where, with the ways to all its fields, to another like it, and out of the hall. */
export function CounterHead(props: {
  readonly counter: AdminCounter;
  /** With what was typed. */
  readonly value: AdminCounter;
  readonly readOnly: boolean;
}) {
  const { counter, value, readOnly } = props;
  const { t, local } = useTexts();
  const [chosen, go] = useChosenCounter();
  const { data: desks } = useRoute('adminDesks');
  const next = useEdit(counterKey(''), blankCounter);
  const isNew = counter.id === '';
  const own = desks?.filter(
    ({ counterId, otherCounterIds }) => counterId === counter.id || otherCounterIds.includes(counter.id),
  );
  const place = [
    t(`group.${value.group}`),
    ...(value.zone === '' ? [] : [t('counters.inZone', { zone: value.zone })]),
    // Nothing is said of desks until they are known.
    ...(own === undefined
      ? []
      : own.length === 0
        ? [t('counters.noDesk')]
        : own.length > mostNamed
          ? [t('counters.desks', { count: own.length })]
          : [t('counters.atDesks', { desks: own.map(({ label }) => label).join(', ') })]),
  ];
  return (
    <>
      <header className={styles.head}>
        <CounterBadge counter={value} size="large" />
        <div className={styles.words}>
          <h2>{local(counter.name) || t('counters.new')}</h2>
          {!isNew && (
            <p>
              {place.join(', ')}{' '}
              <button
                type="button"
                className={styles.link}
                onClick={() => go({ fields: chosen.fields === 'utama' ? 'gerai' : 'utama' })}
              >
                {t(chosen.fields === 'utama' ? 'counters.allFields' : 'counters.backToServices')}
              </button>
            </p>
          )}
        </div>
        {!isNew && !readOnly && chosen.fields !== 'layanan' && (
          <>
            <Button
              variant="default"
              size="sm"
              leftSection={<IconCopy size={18} aria-hidden />}
              onClick={() => {
                const {
                  name,
                  hint,
                  agency,
                  group,
                  icon,
                  zone,
                  priorityRatio,
                  waitLimitMinutes,
                  phoneJoining,
                } = counter;
                next.set({
                  ...{ name, hint, agency, group, icon, zone, priorityRatio, waitLimitMinutes, phoneJoining },
                });
                go({ counterId: '', like: counter.id });
              }}
            >
              {t('counters.copy')}
            </Button>
            <ArchiveButton
              name={local(counter.name)}
              archive={() => callRoute('archiveCounter', { params: { id: counter.id } })}
              onArchived={() => go({ counterId: null })}
            />
          </>
        )}
      </header>
      {counter.soundsLike.length > 0 && (
        <p className={fields.warning}>
          ◆ {t('soundsLike', { code: counter.code, others: counter.soundsLike.join(', ') })}
        </p>
      )}
      {counter.unreadable.length > 0 && (
        <p className={fields.warning}>◆ {t('unreadable', { fields: counter.unreadable.join(', ') })}</p>
      )}
    </>
  );
}
