import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { HallNow } from '../../../electron/contract/centre/halls-now';
import { useAddressState } from '../../client/address-state';
import { DataTable } from '../../ui/office/data-table';
import { useInside } from '../frame/inside';
import { Page } from '../frame/page';
import { useTexts } from '../texts';
import { HallPage } from './hall-page';
import { useHallWords } from './hall-words';
import styles from './halls.module.css';
import { LetInDialog } from './let-in-dialog';
import { useHallsLine, useHallsNow } from './use-halls-now';

/** All halls as they are now; one of them where the address names it. */
export function HallsSection() {
  useHallsLine();
  const [{ pilih }, set] = useAddressState({ pilih: '' }, { isStep: true });
  return pilih === '' ? (
    <HallsNowPage onOpen={(id) => set({ pilih: id })} />
  ) : (
    <HallPage hallId={pilih} onLeave={() => set({ pilih: '' })} />
  );
}

function HallsNowPage({ onOpen }: { readonly onOpen: (id: string) => void }) {
  const { t } = useTexts();
  const words = useHallWords();
  const { user } = useInside();
  const now = useHallsNow();
  const [lettingIn, setLettingIn] = useState(false);
  const halls = now.data?.halls;
  return (
    <Page
      title={t('centre.section.halls')}
      {...(halls && halls.length > 0 ? { sentence: sentenceOf(halls, t) } : {})}
      tools={
        user.role === 'admin' && (
          <Button leftSection={<IconPlus size={20} aria-hidden />} onClick={() => setLettingIn(true)}>
            {t('centre.letIn')}
          </Button>
        )
      }
    >
      <DataTable<HallNow>
        caption={t('centre.section.halls')}
        look="records"
        rows={halls}
        answer={now}
        keyOf={({ id }) => id}
        none={t('centre.halls.none')}
        isMuted={({ contact }) => contact !== 'heard'}
        onOpen={({ id }) => onOpen(id)}
        columns={[
          {
            key: 'name',
            title: t('centre.hall'),
            value: ({ name }) => name,
            show: ({ name, city }) => (
              <span className={styles.hall}>
                <span>{name}</span>
                {city !== '' && <span className={styles.city}>{city}</span>}
              </span>
            ),
          },
          {
            key: 'state',
            title: t('centre.state'),
            value: (hall) => words.state(hall),
            show: (hall) => (
              <span className={styles.state} data-look={words.look(hall)}>
                {words.state(hall)}
              </span>
            ),
          },
          {
            key: 'waiting',
            title: t('centre.waiting'),
            value: ({ said }) => said?.waiting ?? null,
            show: ({ said }) => said?.waiting ?? '–',
          },
          {
            key: 'longest',
            title: t('centre.longest'),
            value: ({ said }) => said?.longestWait ?? null,
            show: ({ said }) => words.minutes(said?.longestWait ?? null),
          },
          {
            key: 'absent',
            title: t('centre.absent'),
            value: ({ said }) => said?.absentAgencies.length ?? null,
            show: ({ said }) =>
              said && said.absentAgencies.length > 0 ? (
                <span title={said.absentAgencies.join(', ')}>{words.listed(said.absentAgencies)}</span>
              ) : (
                '–'
              ),
          },
          {
            key: 'paper',
            title: t('centre.paper'),
            value: ({ said }) => (said?.paper ? t(`centre.paper.${said.paper}`) : ''),
            show: ({ said }) => (said?.paper ? t(`centre.paper.${said.paper}`) : '–'),
          },
          {
            key: 'copy',
            title: t('centre.copy'),
            value: ({ said }) => said?.copies.away ?? said?.copies.here ?? '',
            show: ({ said }) => words.copy(said),
          },
          {
            key: 'heard',
            title: t('centre.heard'),
            value: ({ heardAt }) => heardAt ?? '',
            show: (hall) => words.heard(hall),
          },
        ]}
      />
      {lettingIn && <LetInDialog onClose={() => setLettingIn(false)} onLetIn={onOpen} />}
    </Page>
  );
}

/** Says how it stands, by the halls that are heard alone. */
function sentenceOf(halls: readonly HallNow[], t: ReturnType<typeof useTexts>['t']): string {
  const heard = halls.filter(
    ({ contact, said, frozen }) => contact === 'heard' && said !== null && frozen === null,
  );
  const silent = halls.length - heard.length;
  const open = heard.filter(({ said }) => said?.open).length;
  const waiting = heard.reduce((sum, { said }) => sum + (said?.waiting ?? 0), 0);
  const [longest] = heard.toSorted((a, b) => (b.said?.longestWait ?? 0) - (a.said?.longestWait ?? 0));
  return [
    t('centre.sentence.open', { open, halls: halls.length }),
    t('centre.sentence.waiting', { count: waiting }),
    longest?.said?.longestWait
      ? t('centre.sentence.longest', { minutes: longest.said.longestWait, hall: longest.name })
      : '',
    silent > 0 ? t('centre.sentence.silent', { count: silent }) : '',
  ]
    .filter((each) => each !== '')
    .join(' ');
}
