import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import type { User } from '../../electron/contract/staff';
import { callRoute } from '../client/api';
import { readSession } from '../client/session';
import { Entrance } from '../ui/office/entrance';
import { HallTimeProvider } from '../ui/office/hall-time';
import { SetUpForm } from '../ui/office/set-up-form';
import { SignInForm } from '../ui/office/sign-in-form';
import { useTexts } from './texts/use-texts';
import { Workplace } from './workplace/workplace';

/** The staff's page: first set-up, sign-in, then the workplace. */
export function App() {
  const { t } = useTexts();
  const site = useQuery({
    queryKey: ['site'],
    queryFn: () => callRoute('site'),
    refetchInterval: 60_000,
  });
  const session = useQuery({ queryKey: ['session'], queryFn: readSession });
  const queries = useQueryClient();
  const user = session.data;

  const signedIn = useCallback(
    (who: User) => {
      queries.setQueryData(['session'], who);
      void queries.invalidateQueries({ queryKey: ['site'] });
    },
    [queries],
  );
  const signedOut = useCallback(() => {
    queries.setQueryData(['session'], null);
    queries.removeQueries({ queryKey: ['desks'] });
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
  return (
    <HallTimeProvider serverNow={site.data.now} receivedAt={site.dataUpdatedAt} timezone={site.data.timezone}>
      {user ? (
        <Workplace key={user.id} user={user} onSignedOut={signedOut} />
      ) : site.data.setUp ? (
        <Entrance title={t('signIn.title')} hall={site.data.name}>
          <SignInForm onSignedIn={signedIn} />
        </Entrance>
      ) : (
        <Entrance title={t('setUp.title')} hall={site.data.name}>
          <SetUpForm onSetUp={signedIn} />
        </Entrance>
      )}
    </HallTimeProvider>
  );
}
