import { formatEpochDay, localEpochDay } from '../queue/local-day';
import { type HoursRules, openingInstants } from '../queue/opening-hours';

const minute = 60_000;
/** Who is inside when numbers end is still served for a while; before the first number all is ready. */
const afterMs = 120 * minute;
const beforeMs = 30 * minute;

/** Whether the hall rests: two hours after its last numbers, and until half an hour before the next ones. */
export function isResting(
  rules: HoursRules & { readonly services: readonly { readonly id: number; readonly counterId: number }[] },
  now: number,
): boolean {
  const today = localEpochDay(now, rules.settings.timezone);
  return ![today - 1, today, today + 1]
    .flatMap((day) =>
      rules.services.flatMap((service) => openingInstants(rules, service, formatEpochDay(day))),
    )
    .some(({ from, to }) => now >= from - beforeMs && now < to + afterMs);
}
