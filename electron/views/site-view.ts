import type { Site } from '../contract/site';
import { localInstant } from '../queue/local-instant';
import { query } from '../store/store';
import type { ViewContext } from './view-context';

/** The hall itself: `GET /site`. */
export function siteView({ reader, hall, now, businessDate }: ViewContext): Site {
  const { settings } = hall;
  return {
    name: settings.siteName,
    city: settings.city,
    timezone: settings.timezone,
    languages: settings.languages,
    practice: settings.practice,
    now: localInstant(now, settings.timezone),
    businessDate,
    setUp: reader.first(query.selectFrom('users').select('id').limit(1)) !== undefined,
  };
}
