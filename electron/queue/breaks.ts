import { localMinutes } from './local-day';
import { type HoursRules, openingDays } from './opening-hours';

/**
 * The breaks of a service's day in minutes from now: the gaps between its hours. One that has begun has a `from`
 * below nothing; those that are over are left out. In practice mode hours are ignored, and so are breaks.
 */
export function breaksFromNow(
  rules: HoursRules & { readonly settings: { readonly practice: boolean } },
  service: Parameters<typeof openingDays>[1],
  now: number,
): { readonly from: number; readonly to: number }[] {
  const { practice, timezone } = rules.settings;
  const [today] = practice ? [] : openingDays(rules, service, now, 1);
  if (!today) return [];
  const minutes = localMinutes(now, timezone);
  return today.spans
    .flatMap((span, place) => {
      const next = today.spans[place + 1];
      return next ? [{ from: minutesOf(span.closes) - minutes, to: minutesOf(next.opens) - minutes }] : [];
    })
    .filter(({ to }) => to > 0);
}

/** `08:30` → 510. */
function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}
