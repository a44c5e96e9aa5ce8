import { indicatorId } from '../contract/evaluation/evaluation';
import type { FileOwner, FileOwnerKind } from '../contract/kept-files';
import { query, type Reader } from './store';

const followUps = (id: string) => query.selectFrom('follow_ups').select('id').where('id', '=', Number(id));

/** Of each kind, whether there is such a thing to keep files for. */
const isThere: Readonly<Record<FileOwnerKind, (reader: Reader, id: string) => boolean>> = {
  follow_up: (reader, id) => reader.first(followUps(id)) !== undefined,
  // Which indicators a year has is for its instrument to say; a file may be there before it.
  indicator: (_reader, id) => indicatorId.safeParse(id).success,
};

export function isFileOwnerThere(reader: Reader, { ownerKind, ownerId }: FileOwner): boolean {
  return isThere[ownerKind](reader, ownerId);
}

/** The names below `DATA_DIR/files` that something refers to. */
export function filesUsed(reader: Reader): ReadonlySet<string> {
  return new Set(
    reader.all(query.selectFrom('kept_files').select('file').distinct()).map(({ file }) => file),
  );
}
