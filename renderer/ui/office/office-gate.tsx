import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import type { Site } from '../../../electron/contract/site';
import type { Session, User } from '../../../electron/contract/staff';
import { callRoute } from '../../client/api';
import { sessionKey, useSession } from '../../client/session';
import { refreshBelow, useRoute } from '../../client/use-route';
import { Entrance } from './entrance';
import { OfficeContext } from './frame/office-context';
import { HallZoneContext } from './hall-time';
import { NotYet } from './not-yet';
import { useEntranceTexts } from './office-texts';
import { OwnPasswordDialog, OwnPasswordForm } from './own-password';
import { SetUpForm } from './set-up-form';
import { SignInForm } from './sign-in-form';
import { Toasts } from './toast';

const oneMinute = 60_000;
/** Where the first admin goes on, whatever office page the account was made on. */
const guidedSetUp = '/admin#persiapan';

/** What stands before an office page: first set-up, then sign-in; inside, who is signed in and the hall's clock. */
export function OfficeGate(props: {
  /** The page's own name; the hall's follows it in the window's title. */
  readonly page: string;
  /** What the page is for, told to whoever signs in. */
  readonly purpose: string;
  /** Whether to look each minute if the session still holds; else the page notices by itself. */
  readonly watchSession: boolean;
  readonly children: (inside: {
    readonly site: Site;
    readonly user: User;
    readonly onSignOut: () => void;
  }) => ReactNode;
}) {
  const { t } = useEntranceTexts();
  const site = useRoute('site', {}, { refetchInterval: oneMinute });
  const session = useSession({ refetchInterval: props.watchSession && oneMinute });
  const queries = useQueryClient();
  const signed = session.data;
  const [changing, setChanging] = useState(false);

  const signedIn = useCallback(
    (who: Session) => {
      queries.setQueryData(sessionKey, who);
      void refreshBelow(queries, '/site');
    },
    [queries],
  );
  const { page } = props;
  const signOut = useCallback(async () => {
    try {
      await callRoute('signOut');
    } finally {
      queries.setQueryData(sessionKey, null);
      // What the next one may not see.
      queries.removeQueries({ predicate: ({ queryKey: [name] }) => name !== 'site' && name !== 'session' });
    }
  }, [queries]);
  const onSignOut = useCallback(() => void signOut(), [signOut]);

  useEffect(() => {
    if (site.data) document.title = `${page} · ${site.data.name}`;
  }, [site.data, page]);

  if (!site.data || signed === undefined) {
    return (
      <Entrance title={t('loading')} hall="">
        <NotYet answer={site.data ? session : site} />
      </Entrance>
    );
  }
  return (
    <HallZoneContext value={site.data.timezone}>
      {signed?.mustChangePassword ? (
        <Entrance title={t('ownPassword.first')} hall={site.data.name}>
          <OwnPasswordForm
            username={signed.user.username}
            sentence={t('ownPassword.given')}
            onChanged={() => signedIn({ user: signed.user })}
            leave={{ name: t('signOut'), onLeave: onSignOut }}
          />
        </Entrance>
      ) : signed ? (
        <OfficeContext
          value={{ site: site.data, user: signed.user, onSignOut, onOwnPassword: () => setChanging(true) }}
        >
          <Toasts key={signed.user.id}>
            {props.children({ site: site.data, user: signed.user, onSignOut })}
            <OwnPasswordDialog
              opened={changing}
              username={signed.user.username}
              onClose={() => setChanging(false)}
            />
          </Toasts>
        </OfficeContext>
      ) : site.data.setUp ? (
        <Entrance title={t('signIn.title')} hall={site.data.name}>
          <SignInForm purpose={props.purpose} onSignedIn={signedIn} />
        </Entrance>
      ) : (
        <Entrance title={t('setUp.title')} hall={site.data.name} isWide>
          <SetUpForm
            onSetUp={(who) => {
              // Elsewhere, the page that is left needn't be drawn first.
              if (guidedSetUp.startsWith(`${location.pathname}#`)) signedIn(who);
              location.assign(guidedSetUp);
            }}
          />
        </Entrance>
      )}
    </HallZoneContext>
  );
}
