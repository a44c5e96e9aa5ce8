import { sql } from 'kysely';
import { query } from '../../store/store';
import { accessView } from '../reports/access-view';
import { type EvidenceView, type FigureOf, type Said, yes } from './evidence';
import { screensOf } from './media-evidence';

/** What helps people with special needs, as far as a queue can. */
export const priorityEvidence: EvidenceView<FigureOf<'priority'>> = (context, year) => {
  const { reader, hall } = context;
  const { settings } = hall;
  const { displays } = screensOf(context);
  const turns =
    reader.first(
      query
        .selectFrom('tickets')
        .where('practice', '=', 0)
        .where('priority', 'is not', null)
        .where('businessDate', '>=', year.from)
        .where('businessDate', '<=', year.to)
        .select(sql<number>`count(*)`.as('count')),
    )?.count ?? 0;
  const ways = accessView(context, year);
  const sum = (of: (row: (typeof ways)[number]) => number) => ways.reduce((total, row) => total + of(row), 0);
  const spoken = sum((row) => row.spokenNumbers);
  const large = sum((row) => row.largeNumbers);
  const there = {
    turn: yes(
      [...hall.service.values()].some(({ priorities }) => priorities === null || priorities.length > 0),
    ),
    spoken: yes(settings.spokenPath || settings.kioskEar),
    large: yes(hall.counters.length > 0),
    callSeen: yes(displays > 0),
    callHeard: yes(displays > 0 && settings.voiceVolume > 0),
    fetched: yes(sum((row) => row.fetchAsked) > 0),
  };
  const lacks: Said[] = [];
  if (!there.turn) lacks.push({ key: 'priority.noTurn', at: 'counters' });
  if (!there.spoken) lacks.push({ key: 'priority.notSpoken', at: 'kiosk' });
  if (!there.callSeen) lacks.push({ key: 'priority.noDisplay', at: 'devices' });
  return {
    figures: { ...there, means: Object.values(there).reduce<number>((total, each) => total + each, 0) },
    says: [{ key: 'priority.says', values: { turns, spoken, large } }],
    lacks,
  };
};
