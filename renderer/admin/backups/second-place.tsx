import { Button, Progress } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconDatabaseExport } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SecondPlaceState } from '../../../electron/contract/admin-copies';
import { callRoute } from '../../client/api';
import { hallNow } from '../../client/hall-clock';
import { refreshBelow } from '../../client/use-route';
import { FormError } from '../../ui/office/form-error';
import { NotYet } from '../../ui/office/not-yet';
import { sizeInWords } from '../../ui/office/size-in-words';
import { AskButton } from '../records/ask-dialog';
import { useMoment } from '../records/use-moment';
import { useTexts } from '../texts';
import { AwayCopies } from './away-copies';
import styles from './backups.module.css';
import { PlaceDialog } from './place-dialog';
import { useSecondPlace } from './use-second-place';

/** Where copies go besides this computer, how the last one went, and what there is to do about it. */
export function SecondPlace() {
  const { t } = useTexts();
  const queries = useQueryClient();
  const second = useSecondPlace();
  const [choosing, setChoosing] = useState(false);
  const copy = useMutation({
    mutationFn: () => callRoute('copyAway'),
    onSuccess: () => refreshBelow(queries, '/admin/second-place'),
  });
  const { data } = second;
  const isBusy = data?.busy != null;
  return (
    <section className={styles.card} aria-labelledby="second-place">
      <div className={styles.head}>
        <h2 id="second-place">{t('copies.title')}</h2>
        {data?.place && (
          <>
            <Button variant="default" disabled={isBusy} onClick={() => setChoosing(true)}>
              {t('copies.change')}
            </Button>
            <Button
              leftSection={<IconDatabaseExport size={20} aria-hidden />}
              disabled={isBusy}
              loading={copy.isPending}
              onClick={() => copy.mutate()}
            >
              {t('copies.now')}
            </Button>
          </>
        )}
      </div>
      <p className={styles.help}>{t('copies.help')}</p>
      <FormError error={copy.error} />
      {!data && <NotYet answer={second} />}
      {data && !data.place && (
        <>
          <p className={styles.warning}>
            <IconAlertTriangle size={20} aria-hidden /> {t('copies.noPlace')}
          </p>
          <div>
            <Button onClick={() => setChoosing(true)}>{t('copies.choose')}</Button>
          </div>
        </>
      )}
      {data?.place && <Chosen state={data} place={data.place} />}
      {choosing && data && <PlaceDialog place={data.place} onClose={() => setChoosing(false)} />}
    </section>
  );
}

function Chosen({
  state: { busy, last, failure },
  place,
}: {
  readonly state: SecondPlaceState;
  readonly place: NonNullable<SecondPlaceState['place']>;
}) {
  const { t, language } = useTexts();
  const moment = useMoment();
  const copying = busy?.work === 'copy' ? busy : null;
  return (
    <>
      {copying && <Working sentence={t('copies.copying')} {...copying} />}
      {failure && !copying && (
        <p className={styles.fault} role="status">
          <IconAlertTriangle size={20} aria-hidden />
          <span>
            <b>{t('copies.failed', { when: moment(failure.at) })}</b> {t(`copies.fault.${failure.fault}`)}{' '}
            {t('copies.again')}
          </span>
        </p>
      )}
      <dl className={styles.facts}>
        <dt>{t('copies.last')}</dt>
        <dd>
          {last ? (
            <>
              {!failure && <IconCircleCheck className={styles.good} size={20} aria-hidden />}
              {moment(last.at)} ({ageInWords(last.at, language)}), {sizeInWords(last.bytes, language)}
            </>
          ) : (
            t('copies.never')
          )}
        </dd>
        <dt>{t('copies.folder')}</dt>
        <dd>
          <code>{place.folder}</code>
          {!place.otherDisk && (
            <span className={styles.warning}>
              <IconAlertTriangle size={20} aria-hidden /> {t('copies.sameDisk')}
            </span>
          )}
        </dd>
        <dt>{t('copies.rhythm')}</dt>
        <dd>
          {t(`copies.rhythm.${place.rhythm}`)}; {t('copies.keeps', { days: place.keptDays })}
        </dd>
        <dt>{t('copies.key')}</dt>
        <dd>
          {t('copies.keyNamed')} <b className={styles.keyName}>{place.keyName}</b>
        </dd>
      </dl>
      <AwayCopies />
      <div>
        <AskButton
          text={t('copies.leave')}
          title={t('copies.leave.title')}
          sentence={t('copies.leave.sentence')}
          confirm={t('copies.leave')}
          grave
          act={() => callRoute('leaveSecondPlace')}
        />
      </div>
    </>
  );
}

/** What is under way, in words, with how far it is where that is known. */
export function Working({
  sentence,
  done,
  total,
}: {
  readonly sentence: string;
  readonly done: number;
  readonly total: number;
}) {
  const percent = total > 0 ? Math.min(100, Math.floor((100 * done) / total)) : 0;
  return (
    <div className={styles.working} role="status">
      <span>
        {sentence}
        {total > 0 && ` ${percent} %`}
      </span>
      <Progress value={total > 0 ? percent : 100} animated={total === 0} aria-label={sentence} />
    </div>
  );
}

const steps = [
  ['day', 24 * 60 * 60_000],
  ['hour', 60 * 60_000],
  ['minute', 60_000],
] as const;

/** `3 jam yang lalu`, of an instant. */
function ageInWords(instant: string, language: string): string {
  const age = Math.max(0, hallNow() - Date.parse(instant));
  const [unit, milliseconds] = steps.find(([, each]) => age >= each) ?? steps[2];
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(
    -Math.floor(age / milliseconds),
    unit,
  );
}
