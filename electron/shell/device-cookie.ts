import type { Session } from 'electron';
import type { Log } from '../log';

const name = 'antre_device';

/** What proves a screen to its server, kept between starts. */
export interface KeptToken {
  /** Null while it isn't let in. */
  token(): string | null;
  /** Throws where it can't be written. */
  keep(token: string): void;
}

/** Lets the pages of this session prove by the token which device they are. */
export async function setDeviceCookie(session: Session, url: string, token: string): Promise<void> {
  await session.cookies.set({ url, name, value: token, httpOnly: true, sameSite: 'strict' });
}

/** Gives the session the token that was kept, and keeps the one that its page is given once it is let in. */
export async function keepDeviceCookie(
  session: Session,
  url: string,
  kept: KeptToken,
  log: Log,
): Promise<void> {
  // A window that is opened anew finds its session as it was.
  if (session.cookies.listenerCount('changed') > 0) return;
  const token = kept.token();
  if (token !== null) await setDeviceCookie(session, url, token);
  session.cookies.on('changed', (_event, cookie, _cause, removed) => {
    if (cookie.name !== name || removed) return;
    try {
      kept.keep(cookie.value);
    } catch (error) {
      log.error({ err: error }, 'that this screen was let in could not be kept');
    }
  });
}
