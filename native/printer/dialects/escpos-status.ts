import type { Condition } from '../status';
import type { Answer } from './dialect';

/**
 * The answers to DLE EOT; what isn't answered is taken to be well.
 * Bits by Epson's ESC/POS reference, DLE EOT: offline 1:08; cover 2:04, feed button 2:08, stopped by paper end 2:20,
 * error 2:40; mechanical 3:04, cutter 3:08, unrecoverable 3:20, recovers by itself 3:40; near end 4:0C, end 4:60.
 */
export function conditionFromRealTime(answers: readonly (Answer | undefined)[]): Condition {
  const [printer = 0, offline = 0, error = 0, paper] = answers.map((answer) => answer?.[0]);
  return {
    online: (printer & 0x08) === 0,
    coverOpen: (offline & 0x04) !== 0,
    feedButton: (offline & 0x08) !== 0,
    paper: (offline & 0x20) !== 0 ? 'out' : paperOf(paper),
    fault: faultOf(error) ?? ((offline & 0x40) !== 0 ? 'mechanical' : 'none'),
    ticketInMouth: false,
  };
}

/**
 * An automatic status block (GS a).
 * Bits by Epson's reference: byte 1 offline 08, cover 20, feed button 40; byte 2 as DLE EOT 3; byte 3 near end 03,
 * paper end 0C.
 */
export function conditionFromBlock(block: readonly [number, number, number, number]): Condition {
  const [printer, error, paper] = block;
  return {
    online: (printer & 0x08) === 0,
    coverOpen: (printer & 0x20) !== 0,
    feedButton: (printer & 0x40) !== 0,
    paper: (paper & 0x0c) !== 0 ? 'out' : (paper & 0x03) !== 0 ? 'low' : 'enough',
    fault: faultOf(error) ?? 'none',
    ticketInMouth: false,
  };
}

function paperOf(answer: number | undefined): Condition['paper'] {
  if (answer === undefined) return 'unknown';
  if ((answer & 0x60) !== 0) return 'out';
  return (answer & 0x0c) !== 0 ? 'low' : 'enough';
}

function faultOf(error: number): Exclude<Condition['fault'], 'none'> | null {
  if ((error & 0x20) !== 0) return 'unrecoverable';
  if ((error & 0x08) !== 0) return 'cutter';
  if ((error & 0x04) !== 0) return 'mechanical';
  if ((error & 0x40) !== 0) return 'overheated';
  return null;
}
