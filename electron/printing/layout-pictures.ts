import { paperProfile } from '../../native/printer/encode-ticket';
import type { PaperDots } from '../../native/printer/paper';
import { pictureOfGroups } from '../../native/printer/ticket-picture';
import type { InLanguages } from '../contract/languages';
import type { TicketDraft, TicketPictures } from '../contract/ticket-layout';
import type { Hall, HallService } from '../store/hall';
import { testTexts } from './test-texts';
import { defaultProfile } from './ticket-encoder';
import { laidBlocks, type TicketContent } from './ticket-layout';

/** Thermal heads have 203 dots an inch. */
const dotsAMillimetre = 8;

/**
 * A layout on both papers, by the very bytes that a printer gets: a ticket such as this hall gives, at a moment
 * (milliseconds since 1970 UTC). Nothing is given, and nothing changed.
 */
export function layoutPictures(draft: TicketDraft, hall: Hall, now: number): TicketPictures {
  const groups = laidBlocks(sampleContent(draft, hall, now), draft);
  const picture = (width: PaperDots) => {
    const profile = defaultProfile({ ...hall.settings, paperWidth: width === 384 ? 58 : 80 });
    const { svg, height, places } = pictureOfGroups(groups, paperProfile(profile));
    return { svg, width, height, places: [...places], millimetres: Math.round(height / dotsAMillimetre) };
  };
  return { narrow: picture(384), wide: picture(576) };
}

/** A ticket of the hall's own names: usual ones, or the longest. */
export function sampleContent(
  { language, sample }: Pick<TicketDraft, 'language' | 'sample'>,
  hall: Hall,
  now: number,
): TicketContent {
  const { settings } = hall;
  const own = (text: InLanguages<string>) => text[language] || text.id;
  const documentsOf = (service: HallService) =>
    service.documents[language]?.length ? service.documents[language] : service.documents.id;
  const services = hall.counters.flatMap((counter) =>
    counter.services.map((service) => ({ counter, service })),
  );
  const long = sample === 'long';
  const length = ({ counter, service }: (typeof services)[number]) =>
    own(counter.name).length + own(service.name).length + documentsOf(service).join().length;
  const chosen = long
    ? services.reduce<(typeof services)[number] | undefined>(
        (longest, each) => (longest && length(longest) >= length(each) ? longest : each),
        undefined,
      )
    : (services.find(({ service }) => documentsOf(service).length > 0) ?? services[0]);
  return {
    language,
    hall: settings.siteName,
    city: settings.city,
    practice: settings.practice,
    copy: long,
    priority: long,
    institution: chosen ? own(chosen.counter.name) : testTexts('counter'),
    service: chosen ? own(chosen.service.name) : testTexts('service'),
    desks: chosen?.counter.desks.map((desk) => desk.label) ?? [],
    zone: chosen?.counter.zone ?? '',
    number: `${chosen?.service.prefix ?? 'A'}-${long ? '1000' : '012'}`,
    ahead: long ? 128 : 6,
    estimate: long ? { low: 195, high: 255 } : { low: 15, high: 25 },
    calledAround: long ? '2026-11-24T14:00:00+07:00' : null,
    issuedAt: now,
    timezone: settings.timezone,
    documents: chosen ? documentsOf(chosen.service) : [],
    followUrl:
      settings.publicUrl === null
        ? null
        : `${settings.publicUrl.replace(/\/$/, '')}/t/0000000000000000000000`,
  };
}
