import type { FileOwner, KeptFile } from '../contract/kept-files';
import { localInstant } from '../queue/local-instant';
import { query } from '../store/store';
import type { ViewContext } from './view-context';

const inOrder = query
  .selectFrom('kept_files')
  .leftJoin('users', 'users.id', 'kept_files.userId')
  .selectAll('kept_files')
  .select('users.displayName as addedBy')
  .orderBy('kept_files.id');

/** Whether a file is where these are kept, by its name there. */
export type IsFileThere = (file: string) => boolean;

/** The files that are kept, of one thing or of all: `GET /files`. */
export function keptFilesView(
  context: ViewContext,
  { ownerKind, ownerId }: { readonly [Field in keyof FileOwner]?: FileOwner[Field] | undefined },
  isThere: IsFileThere,
): KeptFile[] {
  let rows = inOrder;
  if (ownerKind !== undefined) rows = rows.where('ownerKind', '=', ownerKind);
  if (ownerId !== undefined) rows = rows.where('ownerId', '=', ownerId);
  return context.reader.all(rows).map((row) => shown(context, row, isThere));
}

/** One of them with where it lies, or undefined. */
export function findKeptFile(
  context: ViewContext,
  fileId: number,
  isThere: IsFileThere,
): { readonly shown: KeptFile; readonly file: string } | undefined {
  const row = context.reader.first(inOrder.where('kept_files.id', '=', fileId));
  return row && { shown: shown(context, row, isThere), file: row.file };
}

type Row = ReturnType<typeof rowsOf>[number];
const rowsOf = ({ reader }: ViewContext) => reader.all(inOrder);

function shown({ hall }: ViewContext, row: Row, isThere: IsFileThere): KeptFile {
  const { ownerKind, ownerId, name, mediaType, bytes, sha256 } = row;
  return {
    id: String(row.id),
    // It is never changed, only put and removed.
    version: 1,
    ...{ ownerKind, ownerId, name, mediaType, bytes, sha256 },
    addedAt: localInstant(row.addedAt, hall.settings.timezone),
    addedBy: row.addedBy ?? '',
    missing: !isThere(row.file),
  };
}
