/** A machine in Node's names. */
export interface Platform {
  readonly os: string;
  readonly cpu: string;
}
/** Puts the built app for one kind and platform into `target`; returns the packages that are shipped beside it. */
export function stageApp(
  root: string,
  target: string,
  kind: 'hub' | 'kiosk',
  platform: Platform,
  cache: string,
): { readonly name: string; readonly version: string }[];
/** Puts what starts and watches over an installed Antre into `target`/scripts. */
export function stageStarter(root: string, target: string, entry: 'hub' | 'kiosk'): void;
/** Puts the scripts of the kiosk's locked session into `target`/session. */
export function stageSession(root: string, target: string): void;
