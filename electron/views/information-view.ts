import type { HallInformation } from '../contract/information';
import { epochDayOf, formatEpochDay, localEpochDay } from '../queue/local-day';
import { localInstant } from '../queue/local-instant';
import { menuView } from './menu-view';
import { publishedAnswersView } from './publications-view';
import { serviceWeekView } from './service-week-view';
import { publishedSkmView } from './skm-publications-view';
import { publicMaklumatView } from './standards/maklumat-view';
import { publicStandardView } from './standards/standards';
import type { ViewContext } from './view-context';

/** So few that the page stays light. */
const answersShown = 3;

/** What people need to know before they come: `GET /info`, and the page of that name. */
export function informationView(context: ViewContext): HallInformation {
  const { settings, closures } = context.hall;
  // Hours go by the calendar, also where the business date is ahead of it.
  const today = formatEpochDay(localEpochDay(context.now, settings.timezone));
  const lastDay = formatEpochDay(epochDayOf(today) + 6);
  return {
    name: settings.siteName,
    city: settings.city,
    timezone: settings.timezone,
    practice: settings.practice,
    now: localInstant(context.now, settings.timezone),
    today,
    counters: menuView(context).map((counter) => ({
      ...counter,
      services: counter.services.map((service) => ({
        ...service,
        week: serviceWeekView(context, Number(service.id)),
        hasStandard: publicStandardView(context, Number(service.id), 'information') !== null,
      })),
    })),
    hasMaklumat: publicMaklumatView(context, 'information') !== null,
    closures: closures
      .filter(
        ({ scope, week, fromDate, toDate }) =>
          scope === 'hall' && week === null && fromDate <= lastDay && (toDate === null || toDate >= today),
      )
      .map(({ fromDate, toDate, reason }) => ({ from: fromDate, to: toDate, reason })),
    answers: publishedAnswersView(context, answersShown),
    skm: publishedSkmView(context),
  };
}
