import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DateTime } from 'luxon';
import type { AwayCopy } from '../contract/admin-copies';
import { localInstant } from '../queue/local-instant';
import { copyFileName, type Label, label, labelFileName } from './manifest';

const fileName = /^(antre-(\d{8}T\d{9}Z))\.tar\.gz\.age$/;
const mostLabelBytes = 64 * 1024;

/** A copy as it lies in a folder. */
export interface LyingCopy {
  readonly name: string;
  /** Milliseconds since 1970 UTC, by its name. */
  readonly madeAt: number;
  readonly bytes: number;
  /** Null where it can't be read. */
  readonly label: Label | null;
}

/** The copies in a folder, the newest first; other files there are ignored. Throws the file system's error. */
export function listAwayCopies(folder: string): LyingCopy[] {
  return readdirSync(folder)
    .flatMap((file): LyingCopy[] => {
      const [, name, stamp = ''] = fileName.exec(file) ?? [];
      const madeAt = DateTime.fromFormat(stamp, "yyyyMMdd'T'HHmmssSSS'Z'", { zone: 'utc' }).toMillis();
      if (name === undefined || Number.isNaN(madeAt)) return [];
      const found = statSync(join(folder, file), { throwIfNoEntry: false });
      if (!found?.isFile()) return [];
      return [{ name, madeAt, bytes: found.size, label: readLabel(join(folder, labelFileName(name))) }];
    })
    .sort((one, other) => other.madeAt - one.madeAt);
}

/** The same for people; times in the zone of the hall that made it. */
export function awayCopies(folder: string): AwayCopy[] {
  return listAwayCopies(folder).map((copy) => ({
    name: copy.name,
    madeAt: localInstant(copy.madeAt, copy.label?.timezone ?? 'Asia/Jakarta'),
    bytes: copy.bytes,
    label: copy.label?.contents ?? null,
  }));
}

/**
 * Removes a hall's old copies: of each of the last `keptDays` local days that have one the last stays, and the newest two
 * whatever their days. Copies of other halls are left alone. Returns the names of those removed.
 */
export function dropOldCopies(
  folder: string,
  hall: { readonly hallId: string | null; readonly keyName: string; readonly timezone: string },
  keptDays: number,
): string[] {
  const own = listAwayCopies(folder).filter(
    (copy) =>
      copy.label !== null &&
      ((hall.hallId !== null && copy.label.hallId === hall.hallId) ||
        copy.label.contents.keyName === hall.keyName),
  );
  const days = new Set<string>();
  const old = own.filter(({ madeAt }, index) => {
    const day = localInstant(madeAt, hall.timezone).slice(0, 10);
    const isLastOfDay = !days.has(day);
    days.add(day);
    return index >= 2 && (!isLastOfDay || days.size > keptDays);
  });
  for (const { name } of old) {
    rmSync(join(folder, copyFileName(name)), { force: true });
    rmSync(join(folder, labelFileName(name)), { force: true });
  }
  return old.map(({ name }) => name);
}

/** Reads a copy's label, or null where there is none of use. */
export function readLabel(file: string): Label | null {
  try {
    if (statSync(file).size > mostLabelBytes) return null;
    return label.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}
