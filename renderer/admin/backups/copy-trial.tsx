import { Button, Modal, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SecondPlaceState } from '../../../electron/contract/admin-copies';
import { dateInWords } from '../../../electron/texts/dates';
import { callRoute } from '../../client/api';
import { refreshBelow } from '../../client/use-route';
import { FormError } from '../../ui/office/form-error';
import { useMoment } from '../records/use-moment';
import { useTexts } from '../texts';
import styles from './backups.module.css';
import { Working } from './second-place';
import { useSecondPlace } from './use-second-place';

type Tried = NonNullable<NonNullable<SecondPlaceState['drill']>['local']>;

/** What the last trial of the newest copies found, and one by hand. */
export function CopyTrial() {
  const { t, language } = useTexts();
  const moment = useMoment();
  const { data } = useSecondPlace();
  const [asking, setAsking] = useState(false);
  if (!data) return null;
  const { busy, drill, last } = data;
  const trying = busy?.work === 'drill' ? busy : null;
  return (
    <section className={styles.card} aria-labelledby="copy-trial">
      <div className={styles.head}>
        <h2 id="copy-trial">{t('copies.trial')}</h2>
        <Button variant="default" disabled={busy !== null} onClick={() => setAsking(true)}>
          {t('copies.trial.now')}
        </Button>
      </div>
      <p className={styles.help}>{t('copies.trial.help')}</p>
      {trying && <Working sentence={t('copies.trial.trying')} {...trying} />}
      {!drill && !trying && <p>{t('copies.trial.never')}</p>}
      {drill && (
        <dl className={styles.facts}>
          <dt>{t('copies.trial.at')}</dt>
          <dd>
            {moment(drill.at)}
            {'; '}
            {t('copies.trial.nextBy', { date: dateInWords(drill.nextBy, language, 'year') })}
          </dd>
          <TriedCopy title={t('home.backups.here')} tried={drill.local} />
          <TriedCopy title={t('copies.title')} tried={drill.away} />
        </dl>
      )}
      {asking && <TrialDialog isAway={last !== null} onClose={() => setAsking(false)} />}
    </section>
  );
}

function TriedCopy({ title, tried }: { readonly title: string; readonly tried: Tried | null }) {
  const { t } = useTexts();
  const moment = useMoment();
  const isGood = tried?.outcome === 'good' || tried?.outcome === 'as_written';
  return (
    <>
      <dt>{title}</dt>
      {tried ? (
        <dd className={isGood ? undefined : styles.bad}>
          {isGood ? (
            <IconCircleCheck className={styles.good} size={20} aria-hidden />
          ) : (
            <IconAlertTriangle size={20} aria-hidden />
          )}{' '}
          <span>
            {t(`copies.trial.${tried.outcome}`)} ({t('copies.trial.made', { when: moment(tried.madeAt) })})
          </span>
        </dd>
      ) : (
        <dd>{t('copies.trial.nothing')}</dd>
      )}
    </>
  );
}

/** With the key the copy of the second place is opened too; without it, only compared with what was written. */
function TrialDialog({ isAway, onClose }: { readonly isAway: boolean; readonly onClose: () => void }) {
  const { t } = useTexts();
  const queries = useQueryClient();
  const [key, setKey] = useState('');
  const begin = useMutation({
    mutationFn: () => callRoute('tryCopies', { body: key.trim() === '' ? {} : { key } }),
    onSuccess: async () => {
      await refreshBelow(queries, '/admin/second-place');
      onClose();
    },
  });
  return (
    <Modal
      opened
      title={t('copies.trial.now')}
      closeButtonProps={{ 'aria-label': t('close') }}
      onClose={onClose}
    >
      <form
        className={styles.body}
        onSubmit={(event) => {
          event.preventDefault();
          if (!begin.isPending) begin.mutate();
        }}
      >
        <FormError error={begin.error} />
        <p>{t('copies.trial.what')}</p>
        {isAway && (
          <TextInput
            label={t('copies.trial.key')}
            description={t('copies.trial.key.help')}
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            value={key}
            onChange={(event) => setKey(event.currentTarget.value)}
          />
        )}
        <footer className={styles.foot}>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={begin.isPending}>
            {t('copies.trial.begin')}
          </Button>
        </footer>
      </form>
    </Modal>
  );
}
