import type { Notice } from '../../contract/lobby';
import { linesOfPart, writtenParts } from '../../contract/standard-words';
import type { PublicStandard } from '../../contract/standards';
import { inTurns } from '../../texts/in-turns';
import type { ViewContext } from '../view-context';
import { publicMaklumatView } from './maklumat-view';
import { publicStandardView } from './standards';

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
