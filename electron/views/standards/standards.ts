import { DateTime } from 'luxon';
import {
  type PublicPart,
  publicParts,
  type StandardMedium,
  type StandardPart,
  standardParts,
} from '../../contract/standard-parts';
import type { PublicStandard, ServiceStandard, StandardState } from '../../contract/standards';
import { Refusal } from '../../queue/refusal';
import type { HallService } from '../../store/hall';
import { type HallStandard, noStandard } from '../../store/standards';
import type { ViewContext } from '../view-context';

/** A review is told of so many days before it is due. */
const daysAhead = 30;

/** The standards of all services, in the order of the menu: `GET /admin/standards`. */
export function listStandards(context: ViewContext): ServiceStandard[] {
  return context.hall.counters.flatMap(({ services }) =>
    services.map((service) => standardOf(context, service)),
  );
}

/** That of one service, or undefined. */
export function findStandard(context: ViewContext, serviceId: number): ServiceStandard | undefined {
  const service = context.hall.service.get(serviceId);
  return service && standardOf(context, service);
}

/**
 * What visitors read of a service's standard in one place, or null where none of the six parts is written, the hall doesn't show
 * standards there, or an example is all that it has once it serves people. Refuses `not_found` for what is no service.
 */
export function publicStandardView(
  { hall }: ViewContext,
  serviceId: number,
  on: StandardMedium,
): PublicStandard | null {
  const service = hall.service.get(serviceId);
  const counter = service && hall.counter.get(service.counterId);
  if (!service || !counter) throw new Refusal('not_found');
  const standard = hall.standards.get(serviceId);
  if (!standard || !isStandardShown(hall, serviceId, on)) return null;
  const texts = Object.fromEntries(publicParts.map((part) => [part, standard[part]])) as Pick<
    HallStandard,
    PublicPart
  >;
  const { decidedBy, decisionNumber, decidedOn, isExample } = standard;
  return {
    id: String(serviceId),
    name: service.name,
    counterName: counter.name,
    agency: counter.agency,
    documents: service.documents,
    ...texts,
    ...{ decidedBy, decisionNumber, decidedOn, isExample },
  };
}

/** Whether visitors read a service's standard in one place. */
export function isStandardShown(
  { settings, standards }: Pick<ViewContext['hall'], 'settings' | 'standards'>,
  serviceId: number,
  on: StandardMedium,
): boolean {
  const standard = standards.get(serviceId);
  if (!standard || !settings.standardMedia.includes(on)) return false;
  if (standard.isExample && !settings.practice) return false;
  return publicParts.some((part) => standard[part].id !== '');
}

/** Which of the fourteen parts nobody has written. Documents that are asked for are requirements too. */
export function missingParts(service: HallService, standard: HallStandard): StandardPart[] {
  return standardParts.filter((part) => {
    if (part === 'requirements' && service.documents.id.length > 0) return false;
    const text = standard[part];
    return (typeof text === 'string' ? text : text.id) === '';
  });
}

/** Whether it was decided by number and date, by whom. */
export function isStandardDecided({ decidedBy, decisionNumber, decidedOn }: HallStandard): boolean {
  return decidedBy !== '' && decisionNumber !== '' && decidedOn !== null;
}

/** A service's standard, with how far it is. */
export function standardOf(
  { hall, businessDate }: Pick<ViewContext, 'hall' | 'businessDate'>,
  service: HallService,
): ServiceStandard {
  const counter = hall.counter.get(service.counterId);
  const standard = hall.standards.get(service.id) ?? noStandard;
  const missing = missingParts(service, standard);
  return {
    id: String(service.id),
    counterId: String(service.counterId),
    counterCode: counter?.code ?? '',
    agency: counter?.agency ?? '',
    name: service.name,
    documents: service.documents,
    ...standard,
    missing,
    state: stateOf(standard, missing, businessDate),
  };
}

function stateOf(standard: HallStandard, missing: readonly StandardPart[], today: string): StandardState {
  // Its documents are the service's and no standard yet.
  const written = standardParts.filter((part) => part !== 'requirements' && !missing.includes(part));
  if (written.length === 0) return 'none';
  if (standard.isExample) return 'example';
  if (missing.length > 0) return 'incomplete';
  if (!isStandardDecided(standard)) return 'undecided';
  return isReviewDue(standard, today) ? 'review_due' : 'in_force';
}

/** Whether its next review is due within thirty days from today, or was before; without a day it is due. */
function isReviewDue({ reviewDueOn }: HallStandard, today: string): boolean {
  const soon = DateTime.fromISO(today, { zone: 'utc' }).plus({ days: daysAhead }).toISODate() ?? today;
  return reviewDueOn === null || reviewDueOn <= soon;
}
