import type { Localized } from '../contract/common';
import type { MenuService } from '../contract/site';
import { chanceSentence, holderSentence } from '../queue/chance-sentence';
import { type ChanceBand, chanceBand, chanceWithin } from '../queue/chance-today';
import { dayAhead } from '../queue/day-ahead';
import { medianOf, rangeOf, type WaitForecast } from '../queue/estimate';
import { localEpochDay, localMinutes } from '../queue/local-day';
import { localInstant } from '../queue/local-instant';
import { firstOpening } from '../queue/opening-hours';
import type { HallService } from '../store/hall';
import { usualWaitAtOpening } from '../store/usual-wait-at-opening';
import { forecastBehind, forecastForNext } from '../store/wait-now';
import { saidWait } from '../texts/wait-words';
import type { ViewContext } from './view-context';

type ShownWait = Pick<MenuService, 'estimate' | 'calledAround' | 'servedToday'>;

const minute = 60_000;

/** Nothing is told of how long it takes. */
export const untoldWait: ShownWait = { estimate: null, calledAround: null, servedToday: null };

/** The wait of whoever would take a number for a service now. */
export function waitOfNext(context: ViewContext, service: HallService): ShownWait {
  const { reader, hall, now } = context;
  const { timezone } = hall.settings;
  return shownWait(context, service, forecastForNext(reader, hall, service, context), (band) => {
    // Only looked for where it is told: most waits end long before closing.
    const opensNext = firstOpening(hall, service, localEpochDay(now, timezone) + 1);
    return chanceSentence(band, opensNext, now, timezone, (opens) =>
      usualWaitAtOpening(reader, hall, service, {
        businessDate: context.businessDate,
        hour: Math.floor(localMinutes(opens, timezone) / 60),
      }),
    );
  });
}

/** The wait of somebody in line who has so many people ahead, counted by their services. */
export function waitInLine(
  context: ViewContext,
  service: HallService,
  ahead: ReadonlyMap<number, number>,
): ShownWait {
  const { reader, hall, now } = context;
  const forecast = forecastBehind(reader, hall, service, now, ahead);
  return shownWait(context, service, forecast, (band, closesAt) =>
    holderSentence(band, closesAt, hall.settings.timezone),
  );
}

function shownWait(
  { hall, now }: ViewContext,
  service: HallService,
  forecast: WaitForecast | null,
  sentence: (band: ChanceBand, closesAt: number) => Localized | null,
): ShownWait {
  if (!forecast) return untoldWait;
  const estimate = rangeOf(forecast);
  const { closesIn } = dayAhead(hall, service, now);
  const isOpenStill = closesIn !== null && closesIn > 0;
  const chance = isOpenStill ? chanceWithin(forecast, closesIn) : null;
  const band = chance === null ? null : chanceBand(chance);
  return {
    estimate,
    // From an hour on people also say when the call comes.
    calledAround:
      (saidWait(estimate).unit === 'hours' || medianOf(forecast) >= 60) && band !== 'unlikely'
        ? localInstant(roundedCall(forecast, now), hall.settings.timezone)
        : null,
    servedToday:
      chance === null || band === null
        ? null
        : {
            chance: Math.round(chance * 20) / 20,
            band,
            sentence: sentence(band, now + (closesIn ?? 0) * minute),
          },
  };
}

/** When the call comes as likely as not, to ten minutes. */
function roundedCall(forecast: WaitForecast, now: number): number {
  const grid = 10 * minute;
  return Math.round((now + medianOf(forecast) * minute) / grid) * grid;
}
