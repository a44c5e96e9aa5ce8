import type { PageFault, Surface } from '../../electron/contract/page-faults';
import { callRoute } from './api';

/** More of one page say nothing new. */
const maxOfPage = 10;
const longest = 500;
const told = new Set<string>();

/** Tells the server of a fault of this page, each once; whether it arrives or not, the page goes on. */
export function reportPageFault(surface: Surface, kind: PageFault['kind'], fault: unknown): void {
  const message = inWords(fault);
  if (told.has(message) || told.size >= maxOfPage) return;
  told.add(message);
  // A centre has the same address, and takes its own page's.
  const body = { surface, kind, message } as PageFault;
  callRoute('reportPageFault', { body }).catch(() => undefined);
}

/** Tells the server from now on of whatever is thrown outside of drawing, too. Nothing is shown for it. */
export function watchPageFaults(surface: Surface): void {
  window.addEventListener('error', ({ error, filename }) => {
    // What comes without an error of ours is of an extension, or a notice of the browser.
    if (error && filename.startsWith(location.origin)) reportPageFault(surface, 'script', error);
  });
  window.addEventListener('unhandledrejection', ({ reason }) => {
    if (reason instanceof Error && !isAnswer(reason)) reportPageFault(surface, 'script', reason);
  });
}

/** Refusals and a server that is away are no faults of a page. */
function isAnswer({ name }: Error): boolean {
  return ['Refused', 'Unreachable', 'AbortError', 'TimeoutError'].includes(name);
}

function inWords(fault: unknown): string {
  if (!(fault instanceof Error)) return String(fault).slice(0, longest);
  // The first places tell where; the addresses before the files' names say nothing.
  const places = (fault.stack ?? '').split('\n').filter((line) => line.includes(location.origin));
  const words = [`${fault.name}: ${fault.message}`, ...places.slice(0, 4).map((line) => line.trim())];
  return words.join(' | ').split(location.origin).join('').slice(0, longest);
}
