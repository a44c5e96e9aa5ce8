import { app, type WebContents } from 'electron';
import type { Log } from '../log';

const firstWaitMs = 500;
const longestWaitMs = 10_000;
/** A page that lived this long was well; the next fault starts counting anew. */
const healthyAfterMs = 60_000;
const heartbeatEveryMs = 5_000;
const heartbeatWithinMs = 15_000;

/**
 * Brings a window's page back, without a dialog and without end: after its process died, after it hung (no
 * answer to a heartbeat, or to a touch), after it could not be loaded. Waits a little longer each time.
 * `load` shows the page again; `cover` shows the shell's own screen until then.
 */
export function keepAlive(
  contents: WebContents,
  name: string,
  actions: { load(): void; cover(): void },
  log: Log,
): void {
  let waitMs = firstWaitMs;
  let retry: NodeJS.Timeout | undefined;
  let healthy: NodeJS.Timeout | undefined;

  const loadLater = () => {
    if (retry || contents.isDestroyed()) return;
    clearTimeout(healthy);
    retry = setTimeout(() => {
      retry = undefined;
      if (!contents.isDestroyed()) actions.load();
    }, waitMs);
    waitMs = Math.min(waitMs * 2, longestWaitMs);
  };

  contents.on('render-process-gone', (_event, { reason, exitCode }) => {
    log.error({ window: name, reason, exitCode }, 'page_gone');
    // What it still owed is not asked of the page that takes its place.
    stopWaiting();
    loadLater();
  });
  contents.on('unresponsive', () => crash('touch'));
  contents.on('did-fail-load', (_event, code, reason, _address, isMainFrame) => {
    // -3: another load took its place.
    if (!isMainFrame || code === -3) return;
    log.error({ window: name, reason }, 'page_not_loaded');
    actions.cover();
    loadLater();
  });
  contents.on('did-navigate', (_event, _address, status) => {
    if (status >= 400) {
      log.error({ window: name, status }, 'page_not_loaded');
      actions.cover();
      loadLater();
      return;
    }
    clearTimeout(healthy);
    healthy = setTimeout(() => {
      waitMs = firstWaitMs;
    }, healthyAfterMs);
  });

  /** Runs while a heartbeat is awaited. */
  let late: NodeJS.Timeout | undefined;
  const stopWaiting = () => {
    clearTimeout(late);
    late = undefined;
  };
  const heartbeat = setInterval(() => {
    if (late || retry || contents.isCrashed()) return;
    const awaited = setTimeout(() => crash('heartbeat'), heartbeatWithinMs);
    late = awaited;
    const answered = () => {
      if (late === awaited) stopWaiting();
    };
    contents.mainFrame.executeJavaScript('true').then(answered, answered);
  }, heartbeatEveryMs);
  contents.on('destroyed', () => {
    clearInterval(heartbeat);
    stopWaiting();
    clearTimeout(retry);
    clearTimeout(healthy);
  });

  function crash(noticedBy: 'touch' | 'heartbeat') {
    stopWaiting();
    if (contents.isDestroyed() || contents.isCrashed()) return;
    log.error({ window: name, noticedBy }, 'page_hung');
    // Its process can't be asked to reload; `render-process-gone` follows and brings the page back.
    contents.forcefullyCrashRenderer();
  }
}

const graphicsLossesAllowed = 3;
const graphicsLossesWithinMs = 10 * 60_000;

/**
 * Hears of the graphics process going away: Chromium starts it again by itself, but after three losses in ten
 * minutes the driver is taken to be unfit, and `giveUp` is called to go on without hardware acceleration.
 */
export function watchGraphics(giveUp: () => void, log: Log): void {
  let losses: number[] = [];
  app.on('child-process-gone', (_event, { type, reason, exitCode }) => {
    log.error({ type, reason, exitCode }, 'process_gone');
    if (type !== 'GPU' || reason === 'clean-exit') return;
    const now = Date.now();
    losses = [...losses.filter((at) => now - at < graphicsLossesWithinMs), now];
    if (losses.length >= graphicsLossesAllowed) giveUp();
  });
}
