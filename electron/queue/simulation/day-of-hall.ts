import type { Random } from './random';
import type { SimulatedDesk, SimulatedVisitor, Span } from './simulate-day';

/** What of a hall's configuration a simulated day is made from; `store/hall.ts`'s hall fits. */
export interface SimulatedHall {
  readonly counters: readonly {
    readonly id: number;
    readonly services: readonly { readonly id: number; readonly usualMinutes: number }[];
    readonly desks: readonly { readonly id: number; readonly serviceIds: readonly number[] }[];
  }[];
}

/** Kinds of days that a hall knows. */
export const dayKinds = ['steady', 'opening_rush', 'desk_leaving', 'friday'] as const;
export type DayKind = (typeof dayKinds)[number];

/** How a hall's visitors and officers are, day after day: what `usualMinutes` only guesses. */
export interface HallNature {
  readonly services: ReadonlyMap<number, { readonly meanMinutes: number; readonly visitorsADay: number }>;
}

/** Service times in the field spread about this much around their mean (standard deviation over mean). */
const serviceSpread = 0.6;
/** How far a typed-in usual time is from the truth, and one day from the others (of the logarithm). */
const usualIsOff = 0.3;
const daysDiffer = 0.12;
const priorityShare = 0.08;
const noShowShare = 0.04;
const walkMinutes = 0.7;
const noShowMinutes = 2;
const spreadOfWalk = 0.5;

/**
 * Makes up a hall's nature: how long each service really takes, and how many come for it. Counters are busy to a
 * different degree, a fifth of them nearly to their limit. `visitorsADay` asks for a day of that many; services then
 * take shorter by as much as more come, so that a day of any size can be lived through.
 */
export function natureOf(hall: SimulatedHall, random: Random, visitorsADay?: number): HallNature {
  const openMinutes = 6.5 * 60;
  const rows = hall.counters.flatMap((counter) => {
    const load = random.uniform() < 0.2 ? 0.9 : 0.35 + 0.5 * random.uniform();
    const shares = counter.services.map((_, place) => (0.5 + random.uniform()) / (place + 1));
    const allShares = shares.reduce((sum, share) => sum + share, 0);
    const times = counter.services.map((service) => service.usualMinutes * random.factor(usualIsOff));
    const mean = times.reduce((sum, time, at) => sum + (time * (shares[at] ?? 0)) / allShares, 0);
    const visitors = (load * counter.desks.length * openMinutes) / (mean + walkMinutes);
    return counter.services.map((service, at) => ({
      id: service.id,
      meanMinutes: times[at] ?? service.usualMinutes,
      visitorsADay: (visitors * (shares[at] ?? 0)) / allShares,
    }));
  });
  const total = rows.reduce((sum, row) => sum + row.visitorsADay, 0);
  const scale = visitorsADay === undefined || total === 0 ? 1 : visitorsADay / total;
  return {
    services: new Map(
      rows.map((row) => [
        row.id,
        {
          meanMinutes: row.meanMinutes / Math.max(1, scale),
          visitorsADay: row.visitorsADay * scale,
        },
      ]),
    ),
  };
}

/** When a hall works on a day of a kind, in minutes since midnight, breaks cut out; the practice site's hours. */
export function workingSpans(kind: DayKind): readonly Span[] {
  return kind === 'friday'
    ? [
        { from: 8 * 60, to: 11.5 * 60 },
        { from: 13 * 60, to: 14.5 * 60 },
      ]
    : [
        { from: 8 * 60, to: 12 * 60 },
        { from: 12.5 * 60, to: 15 * 60 },
      ];
}

/** Nobody is left standing at closing: whoever has a number is served out. */
const servedOutMinutes = 4 * 60;
const lastTicketMinutesBefore = 15;

/**
 * Draws one day of a hall: its visitors in order of arrival and its desks with their shifts. A day differs from
 * the hall's nature as days do: `busy` is how many come, over the usual.
 */
export function drawDay(
  hall: SimulatedHall,
  nature: HallNature,
  random: Random,
  day: { readonly kind: DayKind; readonly busy?: number; readonly spans?: readonly Span[] },
): { readonly visitors: readonly SimulatedVisitor[]; readonly desks: readonly SimulatedDesk[] } {
  const spans = day.spans ?? workingSpans(day.kind);
  const opening = arrivalSpans(spans, day.kind);
  const weights = opening.reduce((sum, span) => sum + span.weight, 0);
  const usualMinutes = 6.5 * 60;
  const openShare = spans.reduce((sum, { from, to }) => sum + to - from, 0) / usualMinutes;

  const visitors = hall.counters
    .flatMap((counter) => counter.services)
    .flatMap((service): SimulatedVisitor[] => {
      const own = nature.services.get(service.id);
      if (!own) return [];
      const meanToday = own.meanMinutes * random.factor(daysDiffer);
      const expected = own.visitorsADay * (day.busy ?? 1) * openShare;
      return opening.flatMap((span) =>
        Array.from({ length: random.count((expected * span.weight) / weights) }, () => {
          const comes = random.uniform() >= noShowShare;
          return {
            at: span.from + (span.to - span.from) * random.uniform(),
            serviceId: service.id,
            hasPriority: random.uniform() < priorityShare,
            walkMinutes: random.gamma(comes ? walkMinutes : noShowMinutes, spreadOfWalk),
            serviceMinutes: random.gamma(meanToday, serviceSpread),
            comes,
          };
        }),
      );
    })
    .sort((a, b) => a.at - b.at);
  const desks = hall.counters.flatMap((counter) =>
    counter.desks.map((desk, place) => ({
      id: desk.id,
      serviceIds: desk.serviceIds,
      shifts: shiftsOf(spans, day.kind === 'desk_leaving' && place > 0 && place === counter.desks.length - 1),
    })),
  );
  return { visitors, desks };
}

/** In a rush nearly half of a day's visitors come in its first hour; else they come evenly, fewer towards the end. */
function arrivalSpans(
  spans: readonly Span[],
  kind: DayKind,
): readonly (Span & { readonly weight: number })[] {
  const first = spans[0]?.from ?? 0;
  const last = (spans.at(-1)?.to ?? 0) - lastTicketMinutesBefore;
  const halfHours = spans.flatMap((span) => {
    const pieces: Span[] = [];
    for (let from = span.from; from < Math.min(span.to, last); from += 30) {
      pieces.push({ from, to: Math.min(from + 30, span.to, last) });
    }
    return pieces;
  });
  return halfHours.map((span) => {
    const since = (span.from - first) / 60;
    const even = (span.to - span.from) * (since >= 5 ? 0.6 : 1);
    return { ...span, weight: kind === 'opening_rush' && since < 1 ? even * 4 : even };
  });
}

/** Desks keep the hall's breaks, and the last shift goes on until all are served. One may leave at ten for the day. */
function shiftsOf(spans: readonly Span[], leaves: boolean): readonly Span[] {
  const last = spans.at(-1);
  const whole = last ? [...spans.slice(0, -1), { from: last.from, to: last.to + servedOutMinutes }] : [];
  if (!leaves) return whole;
  return whole
    .map(({ from, to }) => ({ from, to: Math.min(to, 10 * 60) }))
    .filter(({ from, to }) => from < to);
}
