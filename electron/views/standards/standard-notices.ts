import type { Notice } from '../../contract/lobby';
import { linesOfPart, writtenParts } from '../../contract/standard-words';
import type { PublicStandard } from '../../contract/standards';
import { wrapWords } from '../../texts/wrap-words';
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
  return writtenParts(standard, 'id').flatMap((written) =>
    inTurns(linesOfPart(written).join('; ')).map(
      (text): Notice => ({ kind: 'standard', counterId, service, isExample, part: written.part, text }),
    ),
  );
}

/** A text in pieces that are read at once, parted between words. */
function inTurns(text: string): string[] {
  const words = text.split(/\s+/).filter((each) => each !== '');
  const pieces = wrapWords(words, lettersATurn);
  // One that goes on says so.
  return pieces.map((piece, at) => (at < pieces.length - 1 ? `${piece} …` : piece));
}
