import { Button, Checkbox, Modal } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ClockState } from '../../../electron/contract/admin-clock';
import { callRoute } from '../../client/api';
import { refreshBelow } from '../../client/use-route';
import { formatDate, formatTime } from '../../i18n/time';
import { FormError } from '../../ui/office/form-error';
import { useToast } from '../../ui/office/toast';
import dialog from '../hall/go-live-dialog.module.css';
import { useTexts } from '../texts';
import styles from './clock-dialog.module.css';
import { useMayChange } from './user-context';

/** Both times, what to do where the computer's is wrong, and for admins the word that it is right, after what it does. */
export function ClockDialog({
  clock,
  onClose,
}: {
  readonly clock: ClockState;
  readonly onClose: () => void;
}) {
  const { t, language } = useTexts();
  const mayChange = useMayChange();
  const queries = useQueryClient();
  const say = useToast();
  const [sure, setSure] = useState(false);
  const { confirming, hallDate } = clock;
  const confirm = useMutation({
    mutationFn: () => callRoute('confirmClock', { body: { date: confirming.date } }),
    onSuccess: () => {
      void queries.invalidateQueries();
      say(t('clock.done', { date: dayOf(confirming.date) }));
      onClose();
    },
    onError: () => void refreshBelow(queries, '/admin/clock'),
  });
  const dayOf = (date: string) => formatDate(`${date}T00:00:00Z`, 'UTC', language, { year: true });
  // Instants carry the hall's own offset: their first letters are its day.
  const moment = (instant: string) =>
    `${dayOf(instant.slice(0, 10))}, ${formatTime(`${instant.slice(0, 19)}Z`, 'UTC')}`;
  const times: readonly (readonly [string, string])[] = [
    [t('clock.computer'), moment(clock.computer)],
    clock.doubt === 'ahead' ? [t('clock.date'), dayOf(hallDate)] : [t('clock.hall'), moment(clock.hall)],
    ...(clock.others ? [[t('clock.machines'), moment(clock.others)] as const] : []),
  ];
  const { date, tickets, waiting, renumbered, ends, clashing } = confirming;
  const effects = [
    t(date === hallDate ? 'clock.stays' : 'clock.goes', { date: dayOf(date) }),
    ...(tickets > 0 ? [t('clock.tickets', { count: tickets })] : []),
    ...(waiting > 0 ? [t('clock.waiting', { count: waiting })] : []),
    ...(renumbered > 0 ? [t('clock.renumbered', { count: renumbered })] : []),
    ...(tickets > 0 ? [t('clock.next'), t('clock.reports')] : []),
    ...(ends > 0 ? [t('clock.ends', { count: ends })] : []),
  ];
  return (
    <Modal
      opened
      size={640}
      onClose={onClose}
      title={t('clock.title')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <div className={dialog.body}>
        <FormError error={confirm.error} />
        <p>{clock.doubt && t(`clock.${clock.doubt}`)}</p>
        <dl className={styles.times}>
          {times.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <p>{t('clock.wrong')}</p>
        {!mayChange && <p>{t('clock.rightAsk')}</p>}
        {mayChange && clashing.length > 0 && (
          <p className={dialog.warning}>◆ {t('clock.clashing', { numbers: clashing.join(', ') })}</p>
        )}
        {mayChange && clashing.length === 0 && (
          <>
            <p>{t('clock.right')}</p>
            <ul className={dialog.list}>
              {effects.map((effect) => (
                <li key={effect}>{effect}</li>
              ))}
            </ul>
            <Checkbox
              label={t('clock.sure')}
              checked={sure}
              onChange={(event) => setSure(event.currentTarget.checked)}
            />
          </>
        )}
        <footer className={dialog.foot}>
          <Button variant="default" onClick={onClose}>
            {t('close')}
          </Button>
          {mayChange && clashing.length > 0 && (
            <Button component="a" href="/staff#balai">
              {t('clock.toHall')}
            </Button>
          )}
          {mayChange && clashing.length === 0 && (
            <Button disabled={!sure} loading={confirm.isPending} onClick={() => confirm.mutate()}>
              {t('clock.confirm')}
            </Button>
          )}
        </footer>
      </div>
    </Modal>
  );
}
