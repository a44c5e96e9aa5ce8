import type { Finding } from '../../contract/admin-hall';
import type { Localized } from '../../contract/common';
import { isCounterIcon } from '../../contract/counter-icons';
import { type InLanguages, inIndonesian, languages } from '../../contract/languages';
import { signsNotOnPaper } from '../../contract/paper-text';
import { withoutHours } from '../../queue/opening-hours';
import { reachOf } from '../../queue/reach';
import { storedReach } from '../../store/account-reach';
import { query } from '../../store/store';
import type { ViewContext } from '../view-context';
import { listCounters } from './counters';
import { listDesks } from './desks';
import { listClosures, listHours } from './opening-times';
import { listServices } from './services';

const maxSigns = 8;

/**
 * What an admin should look at: rows of which something can't be read, and what works on but not as meant. The rest of
 * the hall goes on whatever stands here. `hasPicture` tells whether a picture of the hall's own is there.
 */
export function findings(context: ViewContext, hasPicture: (name: string) => boolean): Finding[] {
  const { reader, hall, now } = context;
  const found: Finding[] = [];
  const note = (subject: string, name: Localized | null, kind: Finding['kind'], detail = '') =>
    void found.push({ subject, name, kind, detail });
  const missing = (subject: string, name: Localized) => {
    for (const language of hall.settings.languages) {
      if (!name[language]) note(subject, name, 'no_name', language);
    }
  };
  const onPaper = (subject: string, name: Localized | null, texts: readonly string[]) => {
    const signs = signsNotOnPaper(texts.join(''));
    if (signs.length > 0) note(subject, name, 'not_on_paper', signs.slice(0, maxSigns).join(' '));
  };
  const unreadable = (
    subject: string,
    row: { readonly name?: Localized; readonly unreadable: readonly string[] },
  ) => {
    if (row.unreadable.length > 0) note(subject, row.name ?? null, 'unreadable', row.unreadable.join(', '));
  };

  const lacksHours = withoutHours(hall, now);
  for (const counter of listCounters(reader, false)) {
    const subject = `counter:${counter.id}`;
    unreadable(subject, counter);
    missing(subject, counter.name);
    onPaper(subject, counter.name, inTicketLanguages(counter.name));
    if (!isCounterIcon(counter.icon) && !hasPicture(counter.icon))
      note(subject, counter.name, 'unknown_icon', counter.icon);
    if (hall.counter.get(Number(counter.id))?.services.length === 0)
      note(subject, counter.name, 'no_service');
  }
  for (const service of listServices(reader, false)) {
    const subject = `service:${service.id}`;
    unreadable(subject, service);
    missing(subject, service.name);
    onPaper(subject, service.name, [
      ...inTicketLanguages(service.name),
      ...inTicketLanguages(service.documents).flat(),
    ]);
    const known = hall.service.get(Number(service.id));
    if (!known) continue;
    if (lacksHours(known)) note(subject, service.name, 'no_hours');
    const desks = hall.counter.get(known.counterId)?.desks ?? [];
    if (!desks.some(({ serviceIds }) => serviceIds.includes(known.id)))
      note(subject, service.name, 'no_desk');
  }
  const { logo, siteName, city, ticketLayout } = hall.settings;
  onPaper('hall', null, [siteName, city]);
  onPaper(
    'ticket',
    null,
    ticketLayout.blocks.flatMap((block) => (block.kind === 'text' ? inTicketLanguages(block.text) : [])),
  );
  if (logo !== null && !hasPicture(logo)) note('hall', null, 'no_logo');
  for (const desk of listDesks(reader, false)) unreadable(`desk:${desk.id}`, desk);
  for (const hours of listHours(reader)) unreadable(`hours:${hours.scope}`, hours);
  for (const closure of listClosures(reader)) unreadable(`closure:${closure.id}`, closure);
  found.push(...withoutReach(context));
  for (const fault of hall.faults.filter((each) => each.startsWith('the setting'))) {
    note('hall', null, 'unreadable', fault);
  }
  return found;
}

/** People whose institutions have no counter: they were renamed or moved one by one, or archived. */
function withoutReach({ reader, hall }: ViewContext): Finding[] {
  const counters = new Map([...hall.counter.values()].map(({ id, agency }) => [id, agency]));
  const people = reader.all(
    query
      .selectFrom('users')
      .where('active', '=', 1)
      .where('wholeHall', '=', 0)
      .where('role', '!=', 'admin')
      .orderBy('displayName')
      .select(['id', 'displayName', 'wholeHall', 'institutionsJson', 'counterIdsJson']),
  );
  return people.flatMap((row): Finding[] => {
    const account = storedReach(row);
    if (reachOf(account, counters)?.length !== 0) return [];
    const name = inIndonesian(row.displayName);
    const detail = account.institutions.join(', ');
    return [{ subject: `user:${row.id}`, name, kind: 'no_reach', detail }];
  });
}

/** What tickets print of it; a hall may keep it in further languages. */
function inTicketLanguages<Text>(text: InLanguages<Text>): Text[] {
  return languages.map((language) => text[language]).filter((each) => each !== undefined);
}
