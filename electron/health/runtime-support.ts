import type { RuntimeSupport } from '../contract/admin-health';
import releases from './runtime-releases.json';

const day = 24 * 60 * 60_000;
/** Electron's makers mend the newest three majors; a new one comes every eight weeks. */
const majorsMended = 3;
const betweenMajorsMs = 8 * 7 * day;
/** Within so long the next version should be asked for. */
const soonMs = 60 * day;

/**
 * Whether what runs this process still gets its faults mended, at a moment in milliseconds since 1970 UTC. Under Electron
 * that is Electron, which brings its own Node and Chromium. A major that is newer than the table ends by the rule of its
 * makers, counted on from the table's last one; one that is older has ended.
 */
export function runtimeSupport(
  versions: { readonly electron?: string | undefined; readonly node: string },
  now: number,
): RuntimeSupport {
  const name = versions.electron === undefined ? 'Node' : 'Electron';
  const version = versions.electron ?? versions.node;
  const major = Number.parseInt(version, 10);
  const { end, estimated } = name === 'Electron' ? endOfElectron(major) : endOfNode(major);
  if (end === null) return { name, version, state: 'ended', until: null, estimated: false };
  const state = now >= end ? 'ended' : end - now < soonMs ? 'ending' : 'supported';
  return { name, version, state, until: new Date(end).toISOString().slice(0, 10), estimated };
}

interface End {
  /** Null: before all that the table has. */
  readonly end: number | null;
  readonly estimated: boolean;
}

/** A major is mended until the one after the next two is out. */
function endOfElectron(major: number): End {
  const { last, at } = newestOf(releases.electronStable);
  const successor = major + majorsMended;
  const known = dateOf(releases.electronStable, successor);
  if (known !== null) return { end: known, estimated: false };
  if (successor < last) return { end: null, estimated: false };
  return { end: at + (successor - last) * betweenMajorsMs, estimated: true };
}

/** From Node 27 on a major comes each April and is mended for three years from its October; the table has those before. */
function endOfNode(major: number): End {
  const { last, at } = newestOf(releases.nodeEnd);
  const known = dateOf(releases.nodeEnd, major);
  if (known !== null) return { end: known, estimated: false };
  if (major < last) return { end: null, estimated: false };
  return { end: Date.UTC(new Date(at).getUTCFullYear() + (major - last), 3, 30), estimated: true };
}

function dateOf(table: Readonly<Record<string, string>>, major: number): number | null {
  const date = table[major];
  return date === undefined ? null : Date.parse(date);
}

function newestOf(table: Readonly<Record<string, string>>): { readonly last: number; readonly at: number } {
  const last = Math.max(...Object.keys(table).map(Number));
  return { last, at: Date.parse(table[last] ?? '') };
}
