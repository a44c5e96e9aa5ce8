import { presenceView } from '../reports/presence-view';
import { type EvidenceView, type FigureOf, percentOf } from './evidence';

/** How institutions kept the hours that they promised, over all of them; those that never came are not counted as there. */
export const presenceEvidence: EvidenceView<FigureOf<'presence'>> = (context, year) => {
  const rows = presenceView(context, { ...year, reach: null });
  const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + of(row), 0);
  const institutions = new Set(rows.flatMap(({ agency, present }) => (present > 0 ? agency : []))).size;
  const present = percentOf(
    sum((row) => row.present),
    sum((row) => row.promised),
  );
  return {
    figures: { institutions, present },
    says: present === null ? [] : [{ key: 'presence.says', values: { institutions, present } }],
    lacks: present === null ? [{ key: 'presence.none', at: 'desks' }] : [],
  };
};
