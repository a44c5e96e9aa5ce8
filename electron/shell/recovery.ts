import { cpus } from 'node:os';
import { app, type WebContents } from 'electron';
import type { PageFault } from '../contract/page-faults';
import type { Log } from '../log';
import { isIdle, PageProgress } from './page-progress';

export type WindowName = 'kiosk' | 'display' | 'desk';
/** What happened to a page that its own scripts can't tell of. */
export type LostPage = Extract<PageFault['kind'], 'gone' | 'hung' | 'blank'>;

const firstWaitMs = 500;
const longestWaitMs = 10_000;
/** A page that lived this long was well; the next fault starts counting anew. */
const healthyAfterMs = 60_000;
const heartbeatEveryMs = 5_000;
/** A page of the server that shows nothing for so many heartbeats in a row is blank. */
const blankAfterBeats = 4;

/** In the page: whether its app has drawn anything; until then words stand there about what may keep it from running. */
const hasDrawn = `[...document.body.children].some(({ tagName, children }) => tagName !== 'SCRIPT' && children.length > 0) &&
  document.querySelector('.antre-cannot-run') === null`;

/**
 * Brings a window's page back, without a dialog and without end: after its process died, after it hung (no answer to a
 * heartbeat, though it had the processor to answer), after it stayed blank, after it could not be loaded. Waits a little
 * longer each time. `load` shows the page again; `cover` shows the shell's own screen until then.
 */
export function keepAlive(
  contents: WebContents,
  name: WindowName,
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
    if (!hung) lost('gone', reason);
    hung = false;
    // What it still owed is not asked of the page that takes its place.
    stopWaiting();
    loadLater();
  });
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
    hadDrawn = false;
    clearTimeout(healthy);
    healthy = setTimeout(() => {
      waitMs = firstWaitMs;
    }, healthyAfterMs);
  });

  const progress = new PageProgress();
  let hung = false;
  let blankBeats = 0;
  let usedBefore = 0;
  let isWaiting = false;
  /** Whether this page has drawn anything yet: what is empty afterwards isn't slow at its start, however busy it is. */
  let hadDrawn = false;
  const lost = (kind: LostPage, reason = '') => {
    for (const listener of listeners) listener(name, kind, reason);
  };
  /** Whether an answer is awaited, and of which question. */
  let asked: symbol | undefined;
  const stopWaiting = () => {
    asked = undefined;
    blankBeats = 0;
    progress.answered();
  };
  const answered = (question: symbol, drawn: unknown) => {
    if (asked !== question) return;
    asked = undefined;
    progress.answered();
    hadDrawn ||= drawn === true;
    // One that still works on its first picture, or waits for its files, is only slow.
    const isBlank = drawn === false && (hadDrawn || isWaiting) && !contents.isLoading();
    blankBeats = isBlank && contents.getURL().startsWith('http') ? blankBeats + 1 : 0;
    if (blankBeats < blankAfterBeats) return;
    log.error({ window: name }, 'page_blank');
    lost('blank');
    stopWaiting();
    loadLater();
  };
  const heartbeat = setInterval(() => {
    if (retry || contents.isCrashed()) return;
    const usedNow = secondsUsed(contents.getOSProcessId());
    const used = Math.max(0, usedNow - usedBefore);
    usedBefore = usedNow;
    isWaiting = isIdle(heartbeatEveryMs / 1000, used);
    if (asked) {
      if (progress.silent(heartbeatEveryMs / 1000, used)) endHung();
      return;
    }
    const question = Symbol('heartbeat');
    asked = question;
    contents.mainFrame.executeJavaScript(hasDrawn).then(
      (drawn) => answered(question, drawn),
      // A page that is just being changed for another.
      () => answered(question, undefined),
    );
  }, heartbeatEveryMs);
  contents.on('destroyed', () => {
    clearInterval(heartbeat);
    clearTimeout(retry);
    clearTimeout(healthy);
  });

  function endHung() {
    stopWaiting();
    if (contents.isDestroyed() || contents.isCrashed()) return;
    log.error({ window: name }, 'page_hung');
    lost('hung');
    hung = true;
    // Its process can't be asked to reload; `render-process-gone` follows and brings the page back.
    contents.forcefullyCrashRenderer();
  }
}

type OnLostPage = (window: WindowName, kind: LostPage, reason: string) => void;
const listeners = new Set<OnLostPage>();

/** Hears of each page that died, hung or stayed blank, as it is brought back. */
export function onLostPage(listener: OnLostPage): void {
  listeners.add(listener);
}

/** Chromium tells the share of the whole machine, since it was last asked by anybody. */
const processors = cpus().length;
let used = new Map<number, number>();
let askedAt = 0;

/** Seconds of a processor that a process of ours has used since it was first asked for. */
function secondsUsed(pid: number): number {
  const passed = (performance.now() - askedAt) / 1000;
  // Both windows ask in one moment.
  if (passed > 0.5) {
    askedAt = performance.now();
    used = new Map(
      app.getAppMetrics().map((each) => {
        const now = (each.cpu.percentCPUUsage / 100) * processors * passed;
        return [each.pid, (used.get(each.pid) ?? 0) + now];
      }),
    );
  }
  return used.get(pid) ?? 0;
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
