export interface Semester {
  readonly half: 1 | 2;
  readonly year: number;
  readonly from: string;
  readonly to: string;
}

/** The half-year before that of a day (`2026-11-24`), and its own: those that reports are made of. */
export function semestersAround(today: string): readonly Semester[] {
  const year = Number(today.slice(0, 4));
  return Number(today.slice(5, 7)) <= 6
    ? [semester(2, year - 1), semester(1, year)]
    : [semester(1, year), semester(2, year)];
}

function semester(half: 1 | 2, year: number): Semester {
  return half === 1
    ? { half, year, from: `${year}-01-01`, to: `${year}-06-30` }
    : { half, year, from: `${year}-07-01`, to: `${year}-12-31` };
}
