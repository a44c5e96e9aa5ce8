import { close, fstat } from 'node:fs';
import { faultOf, type OpenResult, type PrinterLine } from './transport';

/**
 * Resolves to the line that `begin` makes on what was opened where that is a character device, before any byte is
 * written; anything else (a file, a disk, a pipe) is closed as it was and `not_found`. It is asked of the descriptor, so
 * that nobody can put something else at the path in between.
 */
export function closeUnlessDevice(
  descriptor: number,
  begin: () => PrinterLine,
  resolve: (result: OpenResult) => void,
): void {
  fstat(descriptor, (error, stats) => {
    if (!error && stats.isCharacterDevice()) {
      resolve({ ok: true, line: begin() });
      return;
    }
    close(descriptor, () => resolve({ ok: false, fault: error ? faultOf(error) : 'not_found' }));
  });
}
