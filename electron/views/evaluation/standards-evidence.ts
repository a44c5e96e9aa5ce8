import { DateTime } from 'luxon';
import { isDecided } from '../../contract/maklumat-rules';
import { publicParts, standardParts } from '../../contract/standard-parts';
import { noStandard } from '../../store/standards';
import { isStandardDecided, missingParts } from '../standards/standards';
import type { ViewContext } from '../view-context';
import {
  type EvidenceView,
  exactPercent,
  type FigureOf,
  percentOf,
  type Said,
  type Year,
  yes,
} from './evidence';

/** The register of standards as it is now, reviews reckoned back from the last day looked at. What is marked as an example counts as nothing. */
export const standardsEvidence: EvidenceView<FigureOf<'standards'>> = (context, year) => {
  const { hall } = context;
  const all = standardsOf(context, year);
  const services = all.length;
  const count = (is: (each: (typeof all)[number]) => boolean) => all.filter(is).length;
  const made = count((each) => each.made);
  const complete = count((each) => each.complete);
  const decided = count((each) => each.decided);
  const published = count((each) => each.published);
  const [reviewedYear, reviewedTwoYears, reviewedEver] = [
    count((each) => each.reviewedWithin(1)),
    count((each) => each.reviewedWithin(2)),
    count((each) => each.reviewedWithin(100)),
  ];
  const media = services > 0 && published === services ? hall.settings.standardMedia.length : 0;
  const { maklumat } = hall.settings;
  const promised = maklumat.isExample ? false : isDecided(maklumat);
  const lacks: Said[] = [];
  const lack = (key: Said['key'], number: number, of: readonly string[]) => {
    if (number > 0) lacks.push({ key, values: { count: number }, of, at: 'standards' });
  };
  lack('standards.unwritten', services - complete, ['made', 'completePercent']);
  lack('standards.undecided', complete - decided, ['decidedPercent']);
  lack(
    'standards.examples',
    count((each) => each.example),
    ['made', 'completePercent'],
  );
  lack('standards.unreviewed', services - reviewedYear, ['reviewedYear', 'reviewedYearPercent']);
  lack('standards.unpublished', services - published, ['media', 'published']);
  if (!promised)
    lacks.push({ key: 'standards.noPromise', of: ['promise', 'promiseDecided'], at: 'standards' });
  return {
    figures: {
      ...{ services, made, complete, published, media },
      completePercent: percentOf(complete, services),
      decidedPercent: percentOf(decided, services),
      ...{ reviewedYear, reviewedTwoYears },
      reviewedYearPercent: exactPercent(reviewedYear, services),
      reviewedTwoYearsPercent: exactPercent(reviewedTwoYears, services),
      reviewedEverPercent: exactPercent(reviewedEver, services),
      promise: yes(promised || (!maklumat.isExample && maklumat.decidedBy !== '')),
      promiseDecided: yes(promised),
      promiseOnScreens: yes(promised && maklumat.shownOn.length > 0),
    },
    says: [
      {
        key: 'standards.says',
        of: ['made', 'completePercent', 'decidedPercent'],
        values: { made, services, complete, decided },
      },
      { key: 'standards.published', of: ['media', 'published'], values: { published, services } },
      ...(media > 0
        ? [{ key: 'standards.media', of: ['media', 'published'], values: { media } } as const]
        : []),
      {
        key: 'standards.reviewed',
        of: ['reviewedYear', 'reviewedYearPercent'],
        values: { reviewed: reviewedYear, services },
      },
      ...(promised ? [{ key: 'standards.promise', of: ['promiseDecided'] } as const] : []),
    ],
    lacks,
  };
};

function standardsOf({ hall }: ViewContext, { to }: Year) {
  const end = DateTime.fromISO(to, { zone: 'utc' });
  return [...hall.service.values()].map((service) => {
    const standard = hall.standards.get(service.id) ?? noStandard;
    const missing = missingParts(service, standard);
    const counts = standard.version > 0 && !standard.isExample;
    const complete = counts && missing.length === 0;
    const reviewed = standard.reviewedOn ?? standard.decidedOn;
    return {
      // Its documents are the service's and no standard yet.
      made: counts && standardParts.some((part) => part !== 'requirements' && !missing.includes(part)),
      complete,
      decided: complete && isStandardDecided(standard),
      published: counts && !publicParts.some((part) => missing.includes(part)),
      example: standard.isExample,
      reviewedWithin: (years: number) =>
        complete &&
        isStandardDecided(standard) &&
        reviewed !== null &&
        reviewed >= (end.minus({ years }).toISODate() ?? to),
    };
  });
}
