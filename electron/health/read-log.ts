import { readFile } from 'node:fs/promises';
import type { ErrorGroup, ErrorTopic } from '../contract/admin-health';
import { logFiles } from './log-file';

/** A line of the log, as far as it can be read. */
export interface LogLine {
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
  readonly level: string;
  readonly message: string;
  /** The whole line as it was written. */
  readonly written: string;
}

/**
 * The log's lines since a moment (milliseconds since 1970 UTC), the oldest first, of no more than the newest `mostBytes`. What isn't a
 * line of the log (a power cut left half of one) is left out.
 */
export async function readLog(dataDir: string, since: number, mostBytes: number): Promise<LogLine[]> {
  let left = mostBytes;
  const texts: string[] = [];
  for (const { file, writtenAt } of [...logFiles(dataDir)].reverse()) {
    if (writtenAt < since || left <= 0) break;
    // One that is put away meanwhile is left out.
    const text = await readFile(file, 'utf8').catch(() => '');
    texts.unshift(text.slice(-left));
    left -= text.length;
  }
  return texts
    .join('')
    .split('\n')
    .flatMap((written) => parsed(written) ?? [])
    .filter(({ at }) => at >= since);
}

function parsed(written: string): LogLine | undefined {
  if (!written.startsWith('{')) return undefined;
  try {
    const { level, time, msg } = JSON.parse(written) as Readonly<Record<string, unknown>>;
    const at = Date.parse(String(time));
    return Number.isNaN(at) ? undefined : { at, level: String(level), message: String(msg ?? ''), written };
  } catch {
    return undefined;
  }
}

/** What a message is about; the first that fits. What a page refused to a visitor's hands is no error. */
const topics: readonly (readonly [RegExp, ErrorTopic | null])[] = [
  [/_refused$|^page_fault$|^restore_chosen$|restored backup replaced|copy took the place/, null],
  [/disk takes no more|storage_failed/, 'disk'],
  [/database|snapshot could not|change could not be told|configuration was left out/, 'database'],
  [
    /encoded|may or may not have come out|given up after too many papers|ticket_unprintable|became of a ticket|untaken/,
    'ticket',
  ],
  [/print/, 'printer'],
  [/^page_|page was lost/, 'page'],
  [/crashed|process|heavy work|start_failed|^a request failed$|due each minute/, 'process'],
  [/clock|time could not/, 'clock'],
  [/\bcop(y|ies)\b|backup/, 'copy'],
  [/\bdays?\b/, 'day'],
  [/hub|this screen must be let in|let_in|certificate|https/, 'network'],
  [/HID|touch screen|devices|scanner/, 'devices'],
];

/** An error in the machine's words is no longer than that. */
const longestError = 300;

/** Errors and warnings by what they are about, with the last of each; what happened last comes first. */
export function groupErrors(lines: readonly LogLine[], when: (at: number) => string): ErrorGroup[] {
  const groups = new Map<ErrorTopic, { count: number; last: LogLine }>();
  for (const line of lines) {
    if (line.level !== 'error' && line.level !== 'warn') continue;
    const found = topics.find(([message]) => message.test(line.message));
    const topic = found ? found[1] : 'other';
    if (topic === null) continue;
    groups.set(topic, { count: (groups.get(topic)?.count ?? 0) + 1, last: line });
  }
  return [...groups]
    .sort(([, one], [, other]) => other.last.at - one.last.at)
    .map(([topic, { count, last }]) => ({ topic, count, at: when(last.at), error: inWords(last) }));
}

function inWords({ message, written }: LogLine): string {
  const { err } = JSON.parse(written) as { readonly err?: { readonly message?: unknown } };
  const cause = typeof err?.message === 'string' ? err.message.split('\n')[0] : undefined;
  return [message, cause].filter(Boolean).join(': ').slice(0, longestError);
}
