import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import type { CentreSession, CentreUser } from '../../../electron/contract/centre/people';
import { Refused } from '../../client/api';
import { sessionKey } from '../../client/session';
import { Entrance } from '../../ui/office/entrance';
import { NotYet } from '../../ui/office/not-yet';
import { OwnPasswordDialog, OwnPasswordForm } from '../../ui/office/own-password';
import { SignInForm } from '../../ui/office/sign-in-form';
import { Toasts } from '../../ui/office/toast';
import { callCentre, useCentre } from '../api';
import { useTexts } from '../texts';
import { SetUpForm } from './set-up-form';

const oneMinute = 60_000;

/** What somebody who is signed in works with. */
export interface Inside {
  readonly centre: string;
  readonly user: CentreUser;
  readonly onSignOut: () => void;
  readonly onOwnPassword: () => void;
}

/** What stands before the page: first set-up, then sign-in. */
export function Gate({ children }: { readonly children: (inside: Inside) => ReactNode }) {
  const { t } = useTexts();
  const queries = useQueryClient();
  const site = useCentre('site', {}, { refetchInterval: oneMinute });
  const session = useQuery({
    queryKey: sessionKey,
    queryFn: readSession,
    refetchInterval: oneMinute,
  });
  const [changing, setChanging] = useState(false);
  const signedIn = useCallback(
    (who: CentreSession) => {
      queries.setQueryData(sessionKey, who);
      void queries.invalidateQueries({ predicate: ({ queryKey: [name] }) => name === 'site' });
    },
    [queries],
  );
  const onSignOut = useCallback(() => {
    const forget = () => {
      queries.setQueryData(sessionKey, null);
      // What the next one may not see.
      queries.removeQueries({ predicate: ({ queryKey: [name] }) => name !== 'site' && name !== 'session' });
    };
    callCentre('signOut').then(forget, forget);
  }, [queries]);
  const name = site.data?.name ?? '';
  useEffect(() => {
    document.title = name === '' ? t('centre.page') : `${t('centre.page')} · ${name}`;
  }, [name, t]);

  const signed = session.data as CentreSession | null | undefined;
  if (!site.data || signed === undefined) {
    return (
      <Entrance title={t('loading')} hall="">
        <NotYet answer={site.data ? session : site} />
      </Entrance>
    );
  }
  if (signed?.mustChangePassword) {
    return (
      <Entrance title={t('ownPassword.first')} hall={name}>
        <OwnPasswordForm
          username={signed.user.username}
          sentence={t('ownPassword.given')}
          onChanged={() => signedIn({ user: signed.user })}
          leave={{ name: t('signOut'), onLeave: onSignOut }}
        />
      </Entrance>
    );
  }
  if (signed) {
    return (
      <Toasts key={signed.user.id}>
        {children({ centre: name, user: signed.user, onSignOut, onOwnPassword: () => setChanging(true) })}
        <OwnPasswordDialog
          opened={changing}
          username={signed.user.username}
          onClose={() => setChanging(false)}
        />
      </Toasts>
    );
  }
  return site.data.setUp ? (
    <Entrance title={t('signIn.title')} hall={name}>
      {/* Its answer is the centre's: the same address, another session. */}
      <SignInForm
        purpose={t('centre.purpose')}
        sentence={t('centre.signIn')}
        onSignedIn={(who) => signedIn(who as unknown as CentreSession)}
      />
    </Entrance>
  ) : (
    <Entrance title={t('centre.setUp')} hall={t('centre.page')} isWide>
      <SetUpForm onSetUp={signedIn} />
    </Entrance>
  );
}

/** Throws where there is no answer, so that it is asked again. */
async function readSession(): Promise<CentreSession | null> {
  try {
    return await callCentre('session');
  } catch (error) {
    if (error instanceof Refused && error.problem.status === 401) return null;
    throw error;
  }
}
