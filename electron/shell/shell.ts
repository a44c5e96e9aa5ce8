import { isDeepStrictEqual } from 'node:util';
import { type Display, powerSaveBlocker, screen, type WebContents } from 'electron';
import type { ShellConfig } from '../config';
import type { Localized } from '../contract/common';
import type { ShellDevices } from '../contract/shell';
import type { Log } from '../log';
import { answerBridge, type BridgeAnswers } from './bridge';
import { channels } from './channels';
import { openDeskWindow } from './desk-window';
import { type KeptToken, keepDeviceCookie, setDeviceCookie } from './device-cookie';
import { type FullScreenWindow, openFullScreenWindow } from './full-screen-window';
import { mayShow } from './lockdown';
import {
  awayScreen,
  type FaultWithOffer,
  faultScreen,
  isRestorePress,
  offerScreen,
  pairingScreen,
  unknownAddressScreen,
  waitingScreen,
} from './own-screen';
import { type TakeOverKey, type TakeOverView, takeOverKey, takeOverScreen } from './take-over-screen';

/** The server's pages and what the windows need for them. */
export interface Service extends BridgeAnswers {
  /** `http://127.0.0.1:4180`, without a slash at the end. */
  readonly url: string;
  /** The kiosk's device token. */
  readonly kioskToken: string;
}

/** What is common to the windows of every surface. */
export interface Shell {
  /** Says on the screen why Antre could not start. */
  showFault(fault: { readonly sentence: Localized; readonly detail: string }): void;
  /** Brings the window to the front. */
  focus(): void;
  /** A scanner at this machine read that. */
  tellScan(text: string): void;
  /** A button box at this machine said that. */
  tellButton(button: string): void;
  /** This machine's devices are like that from now on; pages that are loaded later are told too. */
  tellDevices(devices: ShellDevices): void;
  /** Resolves once a page of the server is in the window. */
  readonly pageShown: Promise<void>;
}

export interface KioskShell extends Shell {
  /** Shows the kiosk, and on a second screen the lobby's display. */
  show(service: Service): Promise<void>;
  /** Shows the code by which an admin lets this kiosk in at its hub. */
  showPairing(code: string): void;
  /** Shows the screen of a start that is under way. */
  showWaiting(): void;
  /** Says why Antre could not start and which copy can be restored; `restore` is called once, when it was chosen. */
  showOffer(fault: FaultWithOffer, restore: () => void): void;
  /** Offers a standby whose main machine is silent to take over; `onKey` hears what is pressed there. */
  showTakeOver(view: TakeOverView, onKey: (key: TakeOverKey) => void): void;
  /** Says that the hub can't be reached. */
  showAway(): void;
  /** Says that the hub goes by another address. */
  showUnknownAddress(): void;
}

type KioskShellConfig = Pick<ShellConfig, 'display' | 'hub' | 'wasMain'>;

/**
 * Opens the kiosk's window with the waiting screen. Electron must be ready, `lockDown` must have run before.
 * `lobbyToken` is of the second screen's page; null where it needs none, at the hub's own machine.
 */
export function openKioskShell(
  config: KioskShellConfig,
  preload: string,
  lobbyToken: KeptToken | null,
  log: Log,
): KioskShell {
  // A headset that is plugged in, or a tactile key, is no gesture to a browser.
  const autoplayPolicy = 'no-user-gesture-required';
  const kiosk = openFullScreenWindow('kiosk', screen.getPrimaryDisplay(), { preload, autoplayPolicy }, log);
  const whileAway = config.hub === null ? waitingScreen() : awayScreen(config.hub);
  let lobby: FullScreenWindow | undefined;
  let lobbyPage: URL | undefined;
  let service: Service | undefined;
  answerBridge(
    () => kiosk.window.webContents,
    () => service,
    log,
  );
  powerSaveBlocker.start('prevent-display-sleep');
  let onTakeOverKey: ((key: TakeOverKey) => void) | undefined;
  // As on the screen of a lost hall: what is pressed is an address that is asked for, and refused.
  kiosk.window.webContents.on('will-frame-navigate', ({ url }) => {
    const key = takeOverKey(url);
    if (key !== null) onTakeOverKey?.(key);
  });

  const arrange = () => {
    const primary = screen.getPrimaryDisplay();
    kiosk.fill(primary);
    const second = config.display === 'none' ? undefined : otherThan(primary, screen.getAllDisplays());
    if (second && lobbyPage) {
      if (lobby) {
        lobby.fill(second);
      } else {
        lobby = openDisplayWindow(second, { page: lobbyPage, whileAway, kept: lobbyToken }, log);
      }
    } else {
      lobby?.close();
      lobby = undefined;
    }
  };
  onDisplaysChanged(arrange);

  return {
    async show(next) {
      service = next;
      await setDeviceCookie(kiosk.window.webContents.session, next.url, next.kioskToken);
      kiosk.showPage(new URL('/kiosk', next.url), whileAway);
      lobbyPage = new URL('/display', next.url);
      arrange();
    },
    ...tellTo(kiosk.window.webContents),
    showPairing: (code) => kiosk.showOwnScreen(pairingScreen(code, config.wasMain)),
    showAway: () => kiosk.showOwnScreen(whileAway),
    showUnknownAddress: () => kiosk.showOwnScreen(unknownAddressScreen(config.hub ?? '')),
    showFault: (fault) => kiosk.showOwnScreen(faultScreen(fault)),
    showWaiting: () => kiosk.showOwnScreen(waitingScreen()),
    showOffer(fault, restore) {
      const { webContents } = kiosk.window;
      // The screen has no script: what is pressed there is an address that is asked for, and refused.
      const pressed = ({ url }: { readonly url: string }) => {
        if (!isRestorePress(url)) return;
        webContents.off('will-frame-navigate', pressed);
        log.warn('restore_chosen');
        restore();
      };
      webContents.on('will-frame-navigate', pressed);
      kiosk.showOwnScreen(offerScreen(fault));
    },
    showTakeOver(view, onKey) {
      onTakeOverKey = onKey;
      kiosk.showOwnScreen(takeOverScreen(view));
    },
    focus: () => kiosk.window.focus(),
  };
}

/** Opens the hub's lobby display over the first screen. */
export function openDisplayShell(hub: string, kept: KeptToken, log: Log): Shell {
  const shown = { page: new URL('/display', hub), whileAway: awayScreen(hub), kept };
  const display = openDisplayWindow(screen.getPrimaryDisplay(), shown, log);
  powerSaveBlocker.start('prevent-display-sleep');
  onDisplaysChanged(() => display.fill(screen.getPrimaryDisplay()));
  return {
    showFault: (fault) => display.showOwnScreen(faultScreen(fault)),
    focus: () => display.window.focus(),
    // The lobby's screen has no use for them.
    tellScan: () => undefined,
    tellButton: () => undefined,
    tellDevices: () => undefined,
    pageShown: Promise.resolve(),
  };
}

/** Opens the hub's pages for officers and admins in a window of their own; closing it ends Antre by `leave`. */
export function openDeskShell(hub: string, preload: string, leave: () => void, log: Log): Shell {
  const desk = openDeskWindow({ hub, preload, whileAway: awayScreen(hub), leave }, log);
  return { ...desk, ...tellTo(desk.contents) };
}

/** Tells a page what this machine's devices say, while it is one that the window is for. */
function tellTo(contents: WebContents): Pick<Shell, 'tellScan' | 'tellButton' | 'tellDevices' | 'pageShown'> {
  const isPage = () => !contents.isDestroyed() && mayShow(contents, contents.getURL());
  const tell = (channel: string, told: unknown) => {
    if (isPage()) contents.send(channel, told);
  };
  let devices: ShellDevices | undefined;
  const pageShown = new Promise<void>((resolve) => {
    contents.on('did-finish-load', () => {
      if (!isPage()) return;
      if (devices) tell(channels.devices, devices);
      resolve();
    });
  });
  return {
    tellScan: (text) => tell(channels.scan, text),
    tellButton: (button) => tell(channels.button, button),
    tellDevices: (now) => {
      devices = now;
      tell(channels.devices, now);
    },
    pageShown,
  };
}

/** Opens the lobby's page, with what proves it to the server where it needs that. */
function openDisplayWindow(
  display: Display,
  shown: { readonly page: URL; readonly whileAway: string; readonly kept: KeptToken | null },
  log: Log,
): FullScreenWindow {
  const { page, whileAway, kept } = shown;
  // The voice speaks without anybody having touched this screen.
  const opened = openFullScreenWindow(
    'display',
    display,
    { autoplayPolicy: 'no-user-gesture-required' },
    log,
  );
  const { session } = opened.window.webContents;
  const proved = kept ? keepDeviceCookie(session, page.origin, kept, log) : Promise.resolve();
  void proved
    .catch((error: unknown) => log.error({ err: error }, 'this screen must be let in once more'))
    .finally(() => {
      if (!opened.window.isDestroyed()) opened.showPage(page, whileAway);
    });
  return opened;
}

function onDisplaysChanged(arrange: () => void): void {
  screen.on('display-added', arrange);
  screen.on('display-removed', arrange);
  screen.on('display-metrics-changed', arrange);
}

/** By their places: two screens of one model may have the same id. */
function otherThan(primary: Display, displays: readonly Display[]): Display | undefined {
  return displays.find(({ bounds }) => !isDeepStrictEqual(bounds, primary.bounds));
}
