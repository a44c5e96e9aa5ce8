import { query } from '../../store/store';
import { onceFor } from '../view-context';
import { type EvidenceView, type FigureOf, type Said, yes } from './evidence';

/** Screens of each kind that the hall has, those it no longer has left out. */
export const screensOf = onceFor(({ reader }) => {
  const kinds = reader.all(
    query
      .selectFrom('devices')
      .where('revokedAt', 'is', null)
      .where('lastSeenAt', 'is not', null)
      .select('kind'),
  );
  const countOf = (kind: 'kiosk' | 'display') => kinds.filter((each) => each.kind === kind).length;
  return { kiosks: countOf('kiosk'), displays: countOf('display') };
});

/** By which media the hall speaks to visitors, as it stands now. */
export const mediaEvidence: EvidenceView<FigureOf<'media'>> = (context) => {
  const { hall } = context;
  const { kiosks, displays } = screensOf(context);
  const online = hall.settings.publicUrl !== null;
  const there = {
    kiosk: yes(kiosks > 0),
    display: yes(displays > 0),
    information: yes(online),
    phone: yes(online),
    ticket: yes(hall.printers.length > 0),
  };
  const count = Object.values(there).reduce<number>((sum, each) => sum + each, 0);
  const lacks: Said[] = [];
  if (!online)
    lacks.push({
      key: 'media.offline',
      of: ['online', 'information', 'phone', 'count'],
      at: 'hall',
    });
  if (displays === 0) lacks.push({ key: 'media.noDisplay', of: ['display', 'count'], at: 'devices' });
  if (kiosks === 0) lacks.push({ key: 'media.noKiosk', of: ['kiosk', 'count'], at: 'devices' });
  return {
    figures: { ...there, print: null, count, online: yes(online) },
    says: [{ key: online ? 'media.online' : 'media.says', values: { kiosks, displays, count } }],
    lacks,
  };
};
