import type { JournalEntryRow } from '../../contract/admin-centre';
import { localInstant } from '../../queue/local-instant';
import { rowsBefore } from '../../store/journal/journal-rows';
import type { ViewContext } from '../view-context';

const rowsAPage = 50;
const rowsOfFile = 5_000;

interface Place {
  readonly epoch: number;
  readonly seq: number;
}

/** What leaves the hall, the newest first, before a row (`EPOCH.SEQ`); with whether the centre has it. */
export function centreRowsView(
  { reader, hall }: ViewContext,
  acknowledged: Place | null,
  before?: string,
): { rows: JournalEntryRow[]; next: string | null } {
  const [epoch, seq] = before?.split('.').map(Number) ?? [];
  const place = epoch === undefined || seq === undefined ? null : { epoch, seq };
  const rows = rowsBefore(reader, place, rowsAPage + 1);
  const shown = rows.slice(0, rowsAPage);
  const last = shown.at(-1);
  return {
    rows: shown.map((row) => ({
      epoch: row.epoch,
      seq: row.seq,
      at: localInstant(row.at, hall.settings.timezone),
      kind: row.kind,
      body: row.body,
      acknowledged: acknowledged !== null && !isAfter(row, acknowledged),
    })),
    next: rows.length > rowsAPage && last ? `${last.epoch}.${last.seq}` : null,
  };
}

/** The newest rows as they go out, a line each. */
export function rowsAsFile({ reader }: ViewContext): string {
  return rowsBefore(reader, null, rowsOfFile)
    .map((row) => `${JSON.stringify(row)}\n`)
    .join('');
}

function isAfter(row: Place, other: Place): boolean {
  return row.epoch > other.epoch || (row.epoch === other.epoch && row.seq > other.seq);
}
