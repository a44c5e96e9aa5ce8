import { type EvidenceSource, evidenceSources, type Figures } from '../../contract/evaluation/figures';
import type { ViewContext } from '../view-context';
import { changeEvidence } from './change-evidence';
import { complaintEvidence } from './complaint-evidence';
import type { EvidenceView, FigureOf, Said, Year } from './evidence';
import { hoursEvidence } from './hours-evidence';
import { mediaEvidence } from './media-evidence';
import { presenceEvidence } from './presence-evidence';
import { priorityEvidence } from './priority-evidence';
import { queueEvidence } from './queue-evidence';
import { skmEvidence } from './skm-evidence';
import { standardsEvidence } from './standards-evidence';

const sources: { readonly [Source in EvidenceSource]: EvidenceView<FigureOf<Source>> } = {
  presence: presenceEvidence,
  skm: skmEvidence,
  complaints: complaintEvidence,
  hours: hoursEvidence,
  media: mediaEvidence,
  priority: priorityEvidence,
  changes: changeEvidence,
  standards: standardsEvidence,
  queue: queueEvidence,
};

/** What all sources say of a year, by their names; figures as instruments name them (`skm.index`). */
export type Gathered = ReadonlyMap<
  string,
  { readonly figures: Figures; readonly says: readonly Said[]; readonly lacks: readonly Said[] }
>;

/** Asks the sources that are wanted; without a choice all. */
export function gather(context: ViewContext, days: Year, wanted?: ReadonlySet<string>): Gathered {
  return new Map(
    evidenceSources
      .filter((source) => wanted === undefined || wanted.has(source))
      .map((source) => {
        const { figures, says, lacks } = sources[source](context, days);
        const named = Object.entries(figures).map(([name, value]) => [`${source}.${name}`, value]);
        return [source, { figures: Object.fromEntries(named) as Figures, says, lacks }];
      }),
  );
}

/** The days of a year up to today, or null where it has not begun. */
export function daysOf(year: number, today: string): Year | null {
  const [from, last] = [`${year}-01-01`, `${year}-12-31`];
  return from > today ? null : { from, to: last < today ? last : today };
}
