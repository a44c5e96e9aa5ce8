import { type DayKind, drawDay, natureOf, type SimulatedHall, workingSpans } from './day-of-hall';
import { learnFrom, type RecentVisits, type Told, tellOnDay } from './measure-estimate';
import { seededRandom } from './random';

const daysBefore = 5;

/**
 * What visitors would have been told on simulated days of a kind, each in a hall of another nature (seeds `from` up
 * to but without `to`) that has had a week of such days before.
 */
export function tellOnDays(
  hall: SimulatedHall,
  kind: DayKind,
  seeds: { readonly from: number; readonly to: number },
  /** How many come that day, over the usual. */
  busy = 1,
): Told[] {
  const rules = { priorityRatio: 2, betweenMinutes: 0.3 };
  const spans = workingSpans(kind);
  const breaks = spans.flatMap((span, place) => {
    const next = spans[place + 1];
    return next ? [{ from: span.to, to: next.from }] : [];
  });
  const closesAt = spans.at(-1)?.to ?? 0;
  const told: Told[] = [];
  for (let seed = seeds.from; seed < seeds.to; seed += 1) {
    const nature = natureOf(hall, seededRandom(100 * seed + 99));
    // Counters don't touch each other, and alone each is lived through faster.
    for (const counter of hall.counters) {
      const alone = { counters: [counter] };
      const draw = (day: number) =>
        drawDay(alone, nature, seededRandom(100 * seed + day + counter.id / 1000), {
          kind,
          busy: day === 0 ? busy : 1,
        });
      const recent: RecentVisits = new Map();
      for (let before = 1; before <= daysBefore; before += 1) learnFrom(draw(before), rules, recent);
      for (const each of tellOnDay(alone, { ...draw(0), breaks, closesAt }, rules, recent)) told.push(each);
    }
  }
  return told;
}
