import { epochDayOf, formatEpochDay } from '../queue/local-day';
import { unpackSums } from '../queue/report/packed-sums';
import { quantilesOf } from '../queue/report/quantile';
import type { Hall, HallService } from './hall';
import { query, type Reader } from './store';

/** Days that are looked back on. */
const days = 30;
/** Of fewer visitors chance says more than the hall. */
const fewest = { told: 30, atOpening: 20 };
/** Ranges are made to hold for three of four visitors; where they hold for fewer than so many, nothing is told of tomorrow. */
const leastHeld = 0.7;

/** A hall is read anew whenever its configuration changes; a day that is over changes no more. */
const known = new WeakMap<Hall, Map<string, number | null>>();

/**
 * How many minutes people usually waited (half of them longer) who came to a service within an hour of the day, by the
 * sums of the 30 days before a business date. Null where too few came, and where the waits that the counter's visitors
 * were told in those days didn't hold: then nothing is known that could be promised.
 */
export function usualWaitAtOpening(
  reader: Reader,
  hall: Hall,
  service: HallService,
  { businessDate, hour }: { readonly businessDate: string; readonly hour: number },
): number | null {
  const ofHall = known.get(hall) ?? new Map<string, number | null>();
  known.set(hall, ofHall);
  const key = `${businessDate} ${service.id} ${hour}`;
  const before = ofHall.get(key);
  if (before !== undefined) return before;
  const usual = readUsualWait(reader, service, businessDate, hour);
  ofHall.set(key, usual);
  return usual;
}

function readUsualWait(
  reader: Reader,
  { id, counterId }: HallService,
  businessDate: string,
  hour: number,
): number | null {
  const from = formatEpochDay(epochDayOf(businessDate) - days);
  const proof = reader.first(
    query
      .selectFrom('day_estimates')
      .where('counterId', '=', counterId)
      .where('businessDate', '>=', from)
      .where('businessDate', '<', businessDate)
      .select((each) => [each.fn.sum<number>('told').as('told'), each.fn.sum<number>('held').as('held')]),
  );
  if (!proof || proof.told < fewest.told || proof.held < leastHeld * proof.told) return null;
  const waits = reader
    .all(
      query
        .selectFrom('day_sums')
        .where('counterId', '=', counterId)
        .where('businessDate', '>=', from)
        .where('businessDate', '<', businessDate)
        .select(['sums', 'format']),
    )
    .flatMap(({ sums, format }) => unpackSums(sums, format))
    .filter((sum) => sum.serviceId === id && sum.hour === hour)
    .map((sum) => sum.waits);
  const count = waits.reduce((all, each) => all + each.length, 0);
  const median = count < fewest.atOpening ? null : quantilesOf(waits)(0.5);
  return median === null ? null : Math.round(median / 60);
}
