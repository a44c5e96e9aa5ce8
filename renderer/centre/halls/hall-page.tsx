import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { HallDetail } from '../../../electron/contract/centre/halls-now';
import { DataTable } from '../../ui/office/data-table';
import { FormError } from '../../ui/office/form-error';
import { NotYet } from '../../ui/office/not-yet';
import { useToast } from '../../ui/office/toast';
import { callCentre, refresh, useCentre } from '../api';
import { AskDialog } from '../frame/ask-dialog';
import { useInside } from '../frame/inside';
import { Card, Page } from '../frame/page';
import { useTexts } from '../texts';
import { useHallWords } from './hall-words';
import styles from './halls.module.css';

const askAgainMs = 10_000;

/** One hall: how it is now, its counters, devices and what came of its journal. */
export function HallPage({ hallId, onLeave }: { readonly hallId: string; readonly onLeave: () => void }) {
  const { t } = useTexts();
  const detail = useCentre('hall', { params: { hall: hallId } }, { refetchInterval: askAgainMs });
  const back = { href: '#balai', name: t('centre.section.halls') };
  if (!detail.data) {
    return (
      <Page title={t('loading')} back={back}>
        {detail.error ? <FormError error={detail.error} /> : <NotYet answer={detail} />}
      </Page>
    );
  }
  return <Shown detail={detail.data} back={back} onLeave={onLeave} />;
}

function Shown(props: {
  readonly detail: HallDetail;
  readonly back: { readonly href: string; readonly name: string };
  readonly onLeave: () => void;
}) {
  const { hall, counters, today, devices, epochs, parked } = props.detail;
  const { t, local } = useTexts();
  const words = useHallWords();
  const { user } = useInside();
  return (
    <Page title={hall.name} back={props.back} sentence={words.state(hall)}>
      {hall.frozen && (
        <p className={styles.alarm} role="alert">
          {t(`centre.frozen.${hall.frozen.reason}.long`)}
        </p>
      )}
      {!hall.frozen && hall.contact === 'silent' && (
        <p className={styles.mind}>{t('centre.silent.long', { ago: words.heard(hall) })}</p>
      )}
      <Card title={t('centre.now')}>
        <dl className={styles.facts}>
          <Fact name={t('centre.waiting')} value={hall.said?.waiting ?? '–'} />
          <Fact name={t('centre.longest')} value={words.minutes(hall.said?.longestWait ?? null)} />
          <Fact name={t('centre.issued')} value={today?.issued ?? '–'} />
          <Fact name={t('centre.finished')} value={today?.finished ?? '–'} />
          <Fact
            name={t('centre.meanWait')}
            value={words.minutes(today?.meanWait == null ? null : Math.round(today.meanWait / 60))}
          />
          <Fact name={t('centre.copy')} value={words.copy(hall.said)} />
          <Fact name={t('centre.version')} value={hall.said?.version ?? '–'} />
          <Fact name={t('centre.heard')} value={words.heard(hall)} />
        </dl>
        {hall.said && !hall.said.clockIsSure && <p className={styles.mind}>{t('centre.clockUnsure')}</p>}
      </Card>
      <Card title={t('centre.counters')}>
        <DataTable<HallDetail['counters'][number]>
          caption={t('centre.counters')}
          look="records"
          rows={counters}
          keyOf={({ id }) => id}
          none={t('centre.counters.none')}
          columns={[
            {
              key: 'name',
              title: t('centre.counter'),
              value: ({ code, name }) => `${code}, ${local(name)}`,
            },
            { key: 'agency', title: t('centre.agency'), value: ({ agency }) => agency },
            {
              key: 'state',
              title: t('centre.state'),
              value: ({ now }) => (now ? t(`centre.counter.${now.state}`) : '–'),
            },
            {
              key: 'desks',
              title: t('centre.desks'),
              value: ({ now }) => now?.desks ?? null,
              show: ({ now }) => now?.desks ?? '–',
            },
            {
              key: 'waiting',
              title: t('centre.waiting'),
              value: ({ now }) => now?.waiting ?? null,
              show: ({ now }) => now?.waiting ?? '–',
            },
            {
              key: 'longest',
              title: t('centre.longest'),
              value: ({ now }) => now?.longestWait ?? null,
              show: ({ now }) => words.minutes(now?.longestWait ?? null),
            },
          ]}
        />
      </Card>
      <Card title={t('centre.journal')}>
        <p>
          {t('centre.journal.sentence', {
            rows: epochs.reduce((sum, { counts }) => sum + counts, 0),
            devices: devices.length,
          })}
        </p>
        {epochs.some(({ rows, counts }) => counts < rows) && <p>{t('centre.journal.tail')}</p>}
        {parked.length > 0 && (
          <p className={styles.mind}>
            {t('centre.journal.parked', { count: parked.reduce((sum, { rows }) => sum + rows, 0) })}
          </p>
        )}
      </Card>
      {user.role === 'admin' && (
        <Acts hallId={hall.id} name={hall.name} isFrozen={hall.frozen !== null} onLeave={props.onLeave} />
      )}
    </Page>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string | number }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

/** What an admin does with a hall. */
function Acts(props: {
  readonly hallId: string;
  readonly name: string;
  readonly isFrozen: boolean;
  readonly onLeave: () => void;
}) {
  const { t } = useTexts();
  const queries = useQueryClient();
  const say = useToast();
  const [asking, setAsking] = useState<'stopHall' | 'removeHall' | null>(null);
  const act = useMutation({
    mutationFn: (name: 'stopHall' | 'removeHall' | 'rebuildHall') =>
      callCentre(name, { params: { hall: props.hallId } }),
    onSuccess: async (_answer, name) => {
      setAsking(null);
      if (name === 'rebuildHall') say(t('centre.rebuilt'));
      await refresh(queries, 'halls', 'hall');
      if (name === 'removeHall') props.onLeave();
    },
  });
  return (
    <Card title={t('centre.acts')}>
      <div className={styles.actions}>
        <Button variant="default" loading={act.isPending} onClick={() => act.mutate('rebuildHall')}>
          {t('centre.rebuild')}
        </Button>
        {!props.isFrozen && (
          <Button variant="default" onClick={() => setAsking('stopHall')}>
            {t('centre.stop')}
          </Button>
        )}
        <Button variant="default" onClick={() => setAsking('removeHall')}>
          {t('centre.remove')}
        </Button>
      </div>
      {asking && (
        <AskDialog
          title={t(asking === 'stopHall' ? 'centre.stop.title' : 'centre.remove.title', { hall: props.name })}
          sentence={t(asking === 'stopHall' ? 'centre.stop.sentence' : 'centre.remove.sentence')}
          confirm={t(asking === 'stopHall' ? 'centre.stop' : 'centre.remove')}
          error={act.error}
          isWaiting={act.isPending}
          onConfirm={() => act.mutate(asking)}
          onClose={() => setAsking(null)}
        />
      )}
    </Card>
  );
}
