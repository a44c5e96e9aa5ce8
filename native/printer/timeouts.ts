/** Milliseconds. */
export interface LinePrinterTimeouts {
  /** For a line to open. */
  readonly open: number;
  /** For the answers to a status question. */
  readonly answer: number;
  /** Between two status questions while nothing is printed. */
  readonly watch: number;
  /** For the printer to take a ticket and prove it, beside what slow lines need for each byte. */
  readonly proof: number;
  readonly proofPerByte: number;
  /** For a proof to come still, once the printer can't print or has said that it is well. */
  readonly grace: number;
  /** Between two tries to have it leave an error that does not pass by itself. */
  readonly recover: number;
  /** From an open line to the first question. */
  readonly quiet: number;
  /** Before the first new try to open a line; it doubles up to `longestPause`. */
  readonly pause: number;
  readonly longestPause: number;
}

/** What suits a printer and a line that are well: the slowest usual line has 9600 baud. */
export const defaultTimeouts: LinePrinterTimeouts = {
  open: 3000,
  answer: 2000,
  watch: 2000,
  proof: 8000,
  proofPerByte: 1,
  grace: 1500,
  recover: 5000,
  quiet: 60,
  pause: 200,
  longestPause: 5000,
};
