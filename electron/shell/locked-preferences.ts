import type { WebPreferences } from 'electron';

/**
 * What every window's page has to live with. `partition` keeps its cookies apart from the other windows'; without
 * `persist:` they are in memory only: no profile on disk that a power cut could damage, and nothing left of a visitor.
 * The token of a screen that was let in is kept beside the data (`device-cookie.ts`).
 */
export function lockedPreferences(partition: string): WebPreferences {
  return {
    partition,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    webSecurity: true,
    devTools: false,
    disableDialogs: true,
    spellcheck: false,
    // The lobby's voice and clock go on even where the system thinks nobody looks.
    backgroundThrottling: false,
  };
}
