import { isDecided, type maklumatMedia } from '../../contract/maklumat-rules';
import type { PublicMaklumat } from '../../contract/standards';
import type { ViewContext } from '../view-context';

/**
 * What visitors read of the hall's Maklumat in one place; null where nobody has decided it, the hall doesn't show it there, or it
 * is an example and the hall serves people.
 */
export function publicMaklumatView(
  { hall }: Pick<ViewContext, 'hall'>,
  on: (typeof maklumatMedia)[number],
): PublicMaklumat | null {
  const { maklumat, practice } = hall.settings;
  if (!isDecided(maklumat) || !maklumat.shownOn.includes(on)) return null;
  if (maklumat.isExample && !practice) return null;
  const { shownOn: _places, ...shown } = maklumat;
  return shown;
}
