import { version } from '../../package.json';

const kept = 'antre.reloaded-for';

/**
 * Loads the page anew where the server runs another version than the page was built from: the server was updated. Once for each
 * version, since something on the way may go on giving the page of before.
 */
export function takeNewerPage(serverVersion: string): void {
  if (serverVersion === version || sessionStorage.getItem(kept) === serverVersion) return;
  sessionStorage.setItem(kept, serverVersion);
  location.reload();
}
