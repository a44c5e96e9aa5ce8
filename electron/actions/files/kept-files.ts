import {
  type FileOwner,
  type FileOwnerKind,
  fileOwners,
  type KeptEnding,
  keptMediaTypes,
  mostFilesOfOne,
} from '../../contract/kept-files';
import { Refusal } from '../../queue/refusal';
import { isFileOwnerThere } from '../../store/file-owners';
import { query, type Transaction } from '../../store/store';
import type { ActionContext, Actor } from '../action';

/** A file that lies in `DATA_DIR/files` already. */
export interface PutFile {
  readonly file: string;
  readonly ending: KeptEnding;
  readonly bytes: number;
  readonly sha256: string;
}

/** Throws `Refusal`: `not_found` for a thing that isn't there, `forbidden`, `limit_reached`. */
export function requireRoomForFile({ transaction, actor }: ActionContext, owner: FileOwner): void {
  requireMayChange(actor, owner.ownerKind);
  if (!isFileOwnerThere(transaction, owner)) throw new Refusal('not_found');
  if (filesOf(transaction, owner).length >= mostFilesOfOne) throw new Refusal('limit_reached');
}

/** Keeps a file for a thing; returns its id. Refuses what `requireRoomForFile` does. */
export function keepFile(
  context: ActionContext,
  owner: FileOwner,
  { name, put: { ending, ...put } }: { readonly name: string; readonly put: PutFile },
): number {
  requireRoomForFile(context, owner);
  const { transaction, now, actor } = context;
  return transaction.run(
    query.insertInto('kept_files').values({
      ...owner,
      ...put,
      name: safeFileName(name, ending),
      mediaType: keptMediaTypes[ending],
      addedAt: now,
      userId: actor.kind === 'user' ? actor.userId : null,
    }),
  ).lastId;
}

/** Removes one from what it was kept for. Refuses `not_found`, `forbidden`. */
export function removeFile({ transaction, actor }: ActionContext, fileId: number): void {
  const row = transaction.first(query.selectFrom('kept_files').select('ownerKind').where('id', '=', fileId));
  if (!row) throw new Refusal('not_found');
  requireMayChange(actor, row.ownerKind);
  transaction.run(query.deleteFrom('kept_files').where('id', '=', fileId));
}

/** Lets go of the files of a thing that is removed in the same transaction. */
export function forgetFilesOf(transaction: Transaction, { ownerKind, ownerId }: FileOwner): void {
  transaction.run(
    query.deleteFrom('kept_files').where('ownerKind', '=', ownerKind).where('ownerId', '=', ownerId),
  );
}

/**
 * A name that any file system takes and that leads nowhere, with the ending of what the file is: `../Berita acara.PDF` → `Berita
 * acara.pdf`.
 */
export function safeFileName(name: string, ending: KeptEnding): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const stem = last
    .replace(/\.(?:pdf|jpe?g|png|xlsx|docx)$/i, '')
    .replace(/[<>:"|?*\p{Cc}\p{Cf}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(0, 110)
    .trim();
  // Names of devices, whatever their ending, that Windows opens instead.
  const safe = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(stem) ? `_${stem}` : stem;
  return `${safe || 'berkas'}.${ending}`;
}

function filesOf(transaction: Transaction, { ownerKind, ownerId }: FileOwner) {
  return transaction.all(
    query
      .selectFrom('kept_files')
      .select('id')
      .where('ownerKind', '=', ownerKind)
      .where('ownerId', '=', ownerId),
  );
}

function requireMayChange(actor: Actor, ownerKind: FileOwnerKind): void {
  const allowed: readonly string[] = fileOwners[ownerKind];
  if (actor.kind === 'user' && !allowed.includes(actor.role)) throw new Refusal('forbidden');
}
