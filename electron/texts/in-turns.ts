import { wrapWords } from './wrap-words';

/** So many letters are read from afar in one turn of the lobby's screen. */
const lettersATurn = 140;

/** A text in pieces that are read at once, parted between words; a list of parts, between these. */
export function inTurns(text: string | readonly string[]): string[] {
  const words = typeof text === 'string' ? text.split(/\s+/).filter((each) => each !== '') : text;
  const pieces = wrapWords(words, lettersATurn);
  // One that goes on says so.
  return pieces.map((piece, at) => (at < pieces.length - 1 ? `${piece} …` : piece));
}
