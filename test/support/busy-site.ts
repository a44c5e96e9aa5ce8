import type { Configuration } from '../../electron/contract/configuration';
import { parseConfiguration } from '../../electron/store/import-configuration';
import practiceSite from '../../electron/store/practice-site.json';

/** The practice site of a hall that gives numbers though nobody sits at its desks. */
export function unmannedSite(): Configuration {
  const site = parseConfiguration(JSON.stringify(practiceSite), 'practice-site.json');
  return { ...site, settings: { ...site.settings, graceMinutes: 240, absentGivesNumbers: true } };
}

/**
 * The practice site on a real day, with something of everything on Tuesday, 24 November 2026 at 09.41: Imigrasi
 * opens tomorrow and Samsat on Thursday, the transport office has its break until 13.00, and the police have one
 * number a day for each of their services.
 */
export function busySite(): Configuration {
  const site = unmannedSite();
  return {
    ...site,
    counters: site.counters.map((counter) => {
      if (counter.code === 'PR') {
        return {
          ...counter,
          services: counter.services.map((service) => ({ ...service, quotaPerDay: 1 })),
        };
      }
      if (counter.code !== 'M') return counter;
      return {
        ...counter,
        hours: {
          week: [{ weekday: 2, opens: '08:00', closes: '15:00', breaks: [{ from: '09:30', to: '13:00' }] }],
          lastTicketMinutesBefore: 15,
        },
      };
    }),
    settings: {
      ...site.settings,
      practice: false,
      publicUrl: 'http://192.168.1.10:4180',
    },
  };
}
