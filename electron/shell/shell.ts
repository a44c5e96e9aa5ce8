import { type Display, powerSaveBlocker, screen } from 'electron';
import type { ShellConfig } from '../config';
import type { Localized } from '../contract/common';
import type { Log } from '../log';
import { answerBridge, type BridgeAnswers } from './bridge';
import { type FullScreenWindow, openFullScreenWindow } from './full-screen-window';
import { faultScreen } from './own-screen';

/** The server's pages and what the windows need for them. */
export interface Service extends BridgeAnswers {
  /** `http://127.0.0.1:4180`, without a slash at the end. */
  readonly url: string;
  /** The device token of the built-in kiosk. */
  readonly kioskToken: string;
}

export interface Shell {
  /** Shows the kiosk, and on a second screen the lobby's display. */
  show(service: Service): Promise<void>;
  /** Says on the screen why Antre could not start. */
  showFault(fault: { readonly sentence: Localized; readonly detail: string }): void;
  /** Brings the kiosk to the front. */
  focus(): void;
}

/** Opens the kiosk's window with the waiting screen. Electron must be ready, `lockDown` must have run before. */
export function openShell(config: Pick<ShellConfig, 'display'>, preload: string, log: Log): Shell {
  const kiosk = openFullScreenWindow('kiosk', screen.getPrimaryDisplay(), { preload }, log);
  let lobby: FullScreenWindow | undefined;
  let lobbyPage: URL | undefined;
  powerSaveBlocker.start('prevent-display-sleep');

  const arrange = () => {
    const primary = screen.getPrimaryDisplay();
    kiosk.fill(primary);
    const second = config.display === 'none' ? undefined : otherThan(primary, screen.getAllDisplays());
    if (second && lobbyPage) {
      if (lobby) {
        lobby.fill(second);
      } else {
        // The voice speaks without anybody having touched this screen.
        const autoplayPolicy = 'no-user-gesture-required';
        lobby = openFullScreenWindow('display', second, { autoplayPolicy }, log);
        lobby.showPage(lobbyPage);
      }
    } else {
      lobby?.close();
      lobby = undefined;
    }
  };
  screen.on('display-added', arrange);
  screen.on('display-removed', arrange);
  screen.on('display-metrics-changed', arrange);

  return {
    async show(service) {
      answerBridge(() => kiosk.window.webContents, service, log);
      await kiosk.window.webContents.session.cookies.set({
        url: service.url,
        name: 'antre_device',
        value: service.kioskToken,
        httpOnly: true,
        sameSite: 'strict',
      });
      kiosk.showPage(new URL('/kiosk', service.url));
      lobbyPage = new URL('/display', service.url);
      arrange();
    },
    showFault: (fault) => kiosk.showOwnScreen(faultScreen(fault)),
    focus: () => kiosk.window.focus(),
  };
}

function otherThan(primary: Display, displays: readonly Display[]): Display | undefined {
  return displays.find((display) => display.id !== primary.id);
}
