import type { Notice } from '../../contract/lobby';
import { publicParts } from '../../contract/standard-parts';
import type { PublicStandard } from '../../contract/standards';
import type { ViewContext } from '../view-context';
import { publicMaklumatView } from './maklumat-view';
import { publicStandardView } from './standards';

/** So many letters are read from afar in one turn of the lobby's screen. */
const lettersATurn = 140;

/** What the lobby's screen says of the Maklumat and of standards, where the hall wants them there; in Indonesian. */
export function standardNotices(context: ViewContext): Notice[] {
  const { hall } = context;
  const maklumat = publicMaklumatView(context, 'display');
  const promise = maklumat
    ? [...inTurns(maklumat.text.id), [maklumat.decidedBy, maklumat.signedBy].filter(Boolean).join(', ')]
    : [];
  const standards = hall.counters.flatMap((counter) =>
    counter.services.flatMap((service) => {
      const standard = publicStandardView(context, service.id, 'display');
      return standard ? noticesOf(standard, String(counter.id)) : [];
    }),
  );
  return [...promise.map((text): Notice => ({ kind: 'promise', counterId: null, text })), ...standards];
}

function noticesOf(standard: PublicStandard, counterId: string): Notice[] {
  const { name: service, isExample } = standard;
  return publicParts.flatMap((part) => {
    const documents = part === 'requirements' ? standard.documents.id : [];
    const text = [...documents, standard[part].id].filter((line) => line !== '').join('; ');
    return inTurns(text).map(
      (piece): Notice => ({ kind: 'standard', counterId, service, isExample, part, text: piece }),
    );
  });
}

/** A text in pieces that are read at once, parted between words. */
function inTurns(text: string): string[] {
  const pieces: string[] = [];
  for (const word of text.split(/\s+/).filter((each) => each !== '')) {
    const before = pieces.at(-1);
    if (before !== undefined && before.length + 1 + word.length <= lettersATurn) {
      pieces[pieces.length - 1] = `${before} ${word}`;
    } else pieces.push(word);
  }
  // One that goes on says so.
  return pieces.map((piece, at) => (at < pieces.length - 1 ? `${piece} …` : piece));
}
