import ical from 'ical-generator';
import { DateTime } from 'luxon';
import type { HallInformation } from '../../contract/information';

/** How long a calendar may keep the feed before it asks again. */
const renewSeconds = 3_600;

/**
 * The hours of the coming seven days as an iCalendar feed (RFC 5545): an event for each time that a counter opens,
 * with the services that it serves then. Times are written in UTC, which every calendar reads alike.
 */
export function informationCalendar(information: HallInformation, counterCode: string | null): string {
  const { name, city, timezone, counters, now } = information;
  const calendar = ical({ name: `${name}, ${city}`, ttl: renewSeconds });
  for (const counter of counters.filter(({ code }) => counterCode === null || code === counterCode)) {
    for (const { date, opens, closes, services } of openings(counter)) {
      const at = (time: string) => DateTime.fromISO(`${date}T${time}`, { zone: timezone }).toJSDate();
      calendar.createEvent({
        id: `${date}-${opens.replace(':', '')}-${closes.replace(':', '')}-${counter.id}@antre`,
        stamp: new Date(now),
        start: at(opens),
        end: at(closes),
        summary: `${counter.code} ${counter.name.id}`,
        description: services.join('\n'),
        location: counter.zone === '' ? name : `${name}, ${counter.zone}`,
      });
    }
  }
  return calendar.toString();
}

interface OpeningOfCounter {
  readonly date: string;
  readonly opens: string;
  readonly closes: string;
  readonly services: string[];
}

function openings(counter: HallInformation['counters'][number]): OpeningOfCounter[] {
  const found = new Map<string, OpeningOfCounter>();
  for (const { name, week } of counter.services) {
    for (const { date, spans } of week) {
      for (const { opens, closes } of spans) {
        const key = `${date} ${opens} ${closes}`;
        const opening = found.get(key) ?? { date, opens, closes, services: [] };
        opening.services.push(name.id);
        found.set(key, opening);
      }
    }
  }
  return [...found].sort(([a], [b]) => a.localeCompare(b)).map(([, opening]) => opening);
}
