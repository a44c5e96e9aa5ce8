import { type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron';
import { z } from 'zod';
import type { Log } from '../log';
import { channels } from './channels';
import { mayShow } from './lockdown';

/** What the kiosk page may ask of the app. */
export interface BridgeAnswers {
  mayExit(pin: string): Promise<boolean>;
  setupCode(): string | null;
  /** Called once, after a right PIN was answered. */
  leave(): void;
}

const pinArguments = z.tuple([z.string().min(1).max(100)]);
const noArguments = z.tuple([]);

/**
 * Answers the preload's functions, and only to the main frame of the kiosk window while it shows the kiosk page.
 * Everything else is refused: an unknown sender, a frame that is gone, arguments of another shape.
 */
export function answerBridge(
  kiosk: () => WebContents | undefined,
  answers: () => BridgeAnswers | undefined,
  log: Log,
): void {
  handle(channels.requestExit, pinArguments, async (pin) => {
    const right = (await answers()?.mayExit(pin)) ?? false;
    log.info({ right }, 'exit_requested');
    if (right) setImmediate(() => answers()?.leave());
    return right;
  });
  handle(channels.setupCode, noArguments, async () => answers()?.setupCode() ?? null);

  function handle<Arguments extends readonly unknown[]>(
    channel: string,
    shape: z.ZodType<Arguments>,
    answer: (...values: Arguments) => Promise<unknown>,
  ): void {
    ipcMain.handle(channel, async (event, ...values: unknown[]) => {
      const parsed = shape.safeParse(values);
      if (!isKioskPage(event) || !parsed.success) {
        log.warn({ channel }, 'bridge_refused');
        throw new Error('Refused');
      }
      return await answer(...parsed.data);
    });
  }

  function isKioskPage({ senderFrame }: IpcMainInvokeEvent): boolean {
    const contents = kiosk();
    if (!contents || contents.isDestroyed() || !senderFrame) return false;
    return senderFrame === contents.mainFrame && mayShow(contents, senderFrame.url);
  }
}
