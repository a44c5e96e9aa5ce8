import type { Command } from '../escpos-commands';
import type { PaperDots } from '../paper';

/** What is wrong with the printer, or not. */
export interface FakeCondition {
  /** `low`: the near-end sensor sees it; printing goes on. */
  readonly paper: 'enough' | 'low' | 'out';
  readonly coverOpen: boolean;
  /** Once it was jammed it says so until DLE ENQ finds it mended, or it is switched off. */
  readonly cutterJammed: boolean;
  readonly unrecoverable: boolean;
  /** Recovers by itself in a real one: the head is too hot. */
  readonly overheated: boolean;
  /** A ticket hangs in its mouth; only Custom's full status tells. */
  readonly ticketInMouth: boolean;
  /** Takes nothing from its buffer and answers nothing at all, as one whose firmware hangs. */
  readonly hung: boolean;
  /** Takes nothing from its buffer, but answers status requests as if all were well. */
  readonly stalled: boolean;
}

/** What kind of printer it is. */
export interface FakeNature {
  /** Which of DLE EOT 1 to 4 it answers. */
  readonly answersStatus: readonly number[];
  /** What it answers at once to commands that Epson's printers don't know; null: nothing. */
  readonly answerOfItsOwn: (command: Command, condition: FakeCondition) => readonly number[] | null;
  /** Answers GS I 66 and 67 with its maker and model. */
  readonly answersNames: boolean;
  /** Answers every question for its status as if all were well. */
  readonly lies: boolean;
  /** Pushes status blocks after GS a. */
  readonly answersAutomaticStatus: boolean;
  /** Answers GS ( H when what came before is printed. */
  readonly answersFunctionH: boolean;
  /** Answers GS r when what came before is processed. */
  readonly answersGsR: boolean;
  /** Obeys DLE DC4 function 8; many clones don't. */
  readonly clearsOnRequest: boolean;
  /** Sends only the first byte of every answer of more than one. */
  readonly halfReplies: boolean;
  /** Sends bytes that mean nothing around its answers; the last of them looks like an answer to GS r. */
  readonly garbage: boolean;
  /** Sends two megabytes nobody asked for with each answer: letters, or answers that all is well. */
  readonly floods: 'no' | 'letters' | 'answers';
  /** Takes bytes from the line; else they pile up in it until the system takes no more. */
  readonly reads: boolean;
  /** How quickly the line to it carries bytes; Infinity: at once. */
  readonly lineBytesPerSecond: number;
  /** Closes the line after the first byte of its first answer. */
  readonly closesAfterByte: boolean;
  /** Ends a line that its client has ended by a reset. */
  readonly endsByReset: boolean;
  /** How quickly its answers come; Infinity: at once. */
  readonly answerBytesPerSecond: number;
  /** Milliseconds before each answer leaves. */
  readonly replyDelay: number;
  /** How quickly it takes bytes from its buffer; Infinity: at once. */
  readonly bytesPerSecond: number;
  readonly maker: string;
  readonly model: string;
  readonly width: PaperDots;
}

/** Nothing is wrong. */
export const allWell: FakeCondition = {
  paper: 'enough',
  coverOpen: false,
  cutterJammed: false,
  unrecoverable: false,
  overheated: false,
  ticketInMouth: false,
  hung: false,
  stalled: false,
};
