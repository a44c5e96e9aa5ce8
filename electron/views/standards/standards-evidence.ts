import { DateTime } from 'luxon';
import { publicParts } from '../../contract/standard-parts';
import type { StandardsEvidence } from '../../contract/standards';
import { noStandard } from '../../store/standards';
import type { ViewContext } from '../view-context';
import { isStandardDecided, missingParts, standardOf } from './standards';

/**
 * What the register of standards says of all kinds of service: how many there are, how many have all fourteen parts
 * decided, how many of these were reviewed within a year, and where their six public parts are shown. What is marked as an
 * example counts as nothing.
 */
export function standardsEvidence({ hall, businessDate }: ViewContext): StandardsEvidence {
  const yearAgo =
    DateTime.fromISO(businessDate, { zone: 'utc' }).minus({ years: 1 }).toISODate() ?? businessDate;
  const isWithinYear = (day: string | null) => day !== null && day >= yearAgo;
  const all = [...hall.service.values()].map((service) => {
    const standard = hall.standards.get(service.id) ?? noStandard;
    const missing = missingParts(service, standard);
    const counts = standard.version > 0 && !standard.isExample;
    const { state } = standardOf({ hall, businessDate }, service);
    const decided = counts && missing.length === 0 && isStandardDecided(standard);
    return {
      decided,
      reviewed: decided && isWithinYear(standard.reviewedOn),
      current: decided && (isWithinYear(standard.reviewedOn) || isWithinYear(standard.decidedOn)),
      published: counts && !publicParts.some((part) => missing.includes(part)),
      example: standard.isExample,
      unwritten: state === 'none' || state === 'example',
      reviewDue: state === 'review_due',
    };
  });
  const count = (is: (each: (typeof all)[number]) => boolean) => all.filter(is).length;
  const published = count((each) => each.published);
  return {
    services: all.length,
    decided: count((each) => each.decided),
    current: count((each) => each.current),
    reviewed: count((each) => each.reviewed),
    published,
    unwritten: count((each) => each.unwritten),
    reviewDue: count((each) => each.reviewDue),
    examples: count((each) => each.example),
    media: all.length > 0 && published === all.length ? [...hall.settings.standardMedia] : [],
  };
}
