import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import type { User } from '../../electron/contract/staff';
import { callRoute } from '../client/api';
import { readSession } from '../client/session';
import { Entrance } from '../ui/office/entrance';
import { HallTimeProvider } from '../ui/office/hall-time';
import { SetUpForm } from '../ui/office/set-up-form';
import { SignInForm } from '../ui/office/sign-in-form';
import { DraftsProvider } from './edit/drafts';
import { Frame } from './frame/frame';
import { useTexts } from './texts/use-texts';

/** The admin's page: first set-up, sign-in, then the sections that the role may see. */
export function App() {
  const { t } = useTexts();
  const site = useQuery({
    queryKey: ['site'],
    queryFn: () => callRoute('site'),
    refetchInterval: 60_000,
  });
  const session = useQuery({ queryKey: ['session'], queryFn: readSession, refetchInterval: 60_000 });
  const queries = useQueryClient();
  const user = session.data;

  const signedIn = useCallback(
    (who: User) => {
      queries.setQueryData(['session'], who);
      void queries.invalidateQueries({ queryKey: ['site'] });
    },
    [queries],
  );
  const signOut = useCallback(async () => {
    try {
      await callRoute('signOut');
    } finally {
      queries.setQueryData(['session'], null);
      queries.removeQueries({ queryKey: ['admin'] });
    }
  }, [queries]);

  useEffect(() => {
    if (site.data) document.title = `${t('page')} · ${site.data.name}`;
  }, [site.data, t]);

  if (!site.data || user === undefined) {
    return (
      <Entrance title={t('loading')} hall="">
        <p role="status">{site.failureCount > 0 ? t('unreachable') : t('loading')}</p>
      </Entrance>
    );
  }
  if (user === null && !site.data.setUp) {
    return (
      <Entrance title={t('setUp.title')} hall={site.data.name}>
        <SetUpForm onSetUp={signedIn} />
      </Entrance>
    );
  }
  if (user === null) {
    return (
      <Entrance title={t('signIn.title')} hall={site.data.name}>
        <SignInForm onSignedIn={signedIn} />
      </Entrance>
    );
  }
  if (user.role === 'staff') {
    return (
      <Entrance title={t('onlyAdmins.title')} hall={site.data.name}>
        <p>{t('onlyAdmins.sentence')}</p>
        <a href="/staff">{t('toDesks')}</a>
      </Entrance>
    );
  }
  return (
    <HallTimeProvider serverNow={site.data.now} receivedAt={site.dataUpdatedAt} timezone={site.data.timezone}>
      <DraftsProvider key={user.id}>
        <Frame site={site.data} user={user} onSignOut={() => void signOut()} />
      </DraftsProvider>
    </HallTimeProvider>
  );
}
