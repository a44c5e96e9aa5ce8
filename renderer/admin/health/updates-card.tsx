import { Button, Group } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle, IconSearch } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { LastUpdate, UpdatePlace } from '../../../electron/contract/admin-updates';
import { callRoute } from '../../client/api';
import { refreshBelow, useRoute } from '../../client/use-route';
import { FormError } from '../../ui/office/form-error';
import { NotYet } from '../../ui/office/not-yet';
import { useMayChange } from '../frame/user-context';
import { AskButton } from '../records/ask-dialog';
import { useMoment } from '../records/use-moment';
import { useTexts } from '../texts';
import styles from './health.module.css';
import { HealthCard } from './health-rows';

const quickMs = 1_000;
const slowMs = 30_000;

/** Newer versions of Antre: where they lie, and taking one now or tonight. */
export function UpdatesCard() {
  const { t } = useTexts();
  const moment = useMoment();
  const mayChange = useMayChange();
  const queries = useQueryClient();
  const updates = useRoute(
    'updateState',
    {},
    { refetchInterval: ({ state }) => (state.data?.isLooking || state.data?.underWay ? quickMs : slowMs) },
  );
  const onSuccess = () => refreshBelow(queries, '/admin/update');
  const look = useMutation({ mutationFn: () => callRoute('lookForUpdates'), onSuccess });
  const wait = useMutation({
    mutationFn: (version: string) => callRoute('takeUpdate', { body: { version, when: 'tonight' } }),
    onSuccess,
  });
  const leave = useMutation({ mutationFn: () => callRoute('leaveUpdate'), onSuccess });
  const { data } = updates;
  if (!data) return <NotYet answer={updates} />;
  const { canTake, isLooking, looked, tonight, underWay, last } = data;
  const newest = looked?.places.find(({ isNewer }) => isNewer)?.version ?? null;
  const mayTake = mayChange && !underWay && !isLooking;
  return (
    <HealthCard title={t('update.title')}>
      {!canTake && <p>{t('update.byHand')}</p>}
      {underWay && <p role="status">{t(`update.phase.${underWay.phase}`, { version: underWay.version })}</p>}
      {canTake && !underWay && (
        <>
          {isLooking && <p role="status">{t('update.looking')}</p>}
          {!isLooking && (
            <p>{looked ? t('update.looked', { moment: moment(looked.at) }) : t('update.never')}</p>
          )}
          {looked && !looked.hasKey && <p>{t('update.noKey')}</p>}
          {looked?.hasKey && looked.places.length === 0 && <p>{t('update.noPlace')}</p>}
          <ul className={styles.rows}>
            {looked?.places.map((place) => (
              <Place key={place.where} place={place} />
            ))}
          </ul>
          {tonight !== null && <p>{t('update.tonight.planned', { version: tonight })}</p>}
        </>
      )}
      {last && !underWay && <Last last={last} />}
      {canTake && mayTake && (
        <div className={styles.actions}>
          <FormError error={look.error ?? wait.error ?? leave.error} />
          <Group gap="sm">
            {newest !== null && (
              <AskButton
                text={t('update.now', { version: newest })}
                title={t('update.sure', { version: newest })}
                sentence={t('update.sure.help')}
                confirm={t('update.sure.yes')}
                act={() => callRoute('takeUpdate', { body: { version: newest, when: 'now' } })}
              />
            )}
            {newest !== null && tonight === null && (
              <Button variant="default" onClick={() => wait.mutate(newest)}>
                {t('update.tonight')}
              </Button>
            )}
            {tonight !== null && (
              <Button variant="default" onClick={() => leave.mutate()}>
                {t('update.leave')}
              </Button>
            )}
            <Button
              variant="default"
              leftSection={<IconSearch size={20} aria-hidden />}
              onClick={() => look.mutate()}
            >
              {t('update.look')}
            </Button>
          </Group>
        </div>
      )}
    </HealthCard>
  );
}

function Place({ place }: { readonly place: UpdatePlace }) {
  const { t } = useTexts();
  const { kind, where, version, isNewer, fault, detail } = place;
  const is = fault ?? (isNewer ? 'newer' : 'same');
  const Sign = fault ? IconAlertTriangle : isNewer ? IconCircleCheck : IconInfoCircle;
  return (
    <li data-faulty={fault !== null || undefined} data-plain={is === 'same' || undefined}>
      <Sign size={18} aria-hidden />
      <b>{t(`update.kind.${kind}`)}</b>
      <span>{t(`update.place.${is}`, { version: version ?? '' })}</span>
      <p>
        {where}
        {fault !== null && fault !== 'unreadable' && `. ${t('update.place.help')}`}
        {detail && ` (${detail})`}
      </p>
    </li>
  );
}

function Last({ last }: { readonly last: LastUpdate }) {
  const { t } = useTexts();
  const moment = useMoment();
  const { version, from, at, outcome, reason, detail } = last;
  const isGood = outcome === 'done';
  const Sign = isGood ? IconCircleCheck : IconAlertTriangle;
  return (
    <ul className={styles.rows}>
      <li data-faulty={!isGood || undefined}>
        <Sign size={18} aria-hidden />
        <b>{t('update.last')}</b>
        <span>{moment(at)}</span>
        <p>
          {t(`update.outcome.${outcome}`, {
            version,
            from,
            reason: reason === '' ? '' : t(`update.reason.${reason}`),
          })}
          {detail && ` (${detail})`}
        </p>
      </li>
    </ul>
  );
}
