/**
 * The figures of each report, in order: what they measure, and how they are made of what is summed. The rows of the contract, the
 * columns of files and the tables of pages are made of these lists, their headings are in `texts/*\/office/report-columns.json`.
 */

/** What a column's figures are: whole things, whole seconds, or a share from 0 to 1. */
export type Measure = 'count' | 'duration' | 'share';

type Figures<Sums> =
  | { readonly nullable?: false; readonly value: (sums: Sums) => number }
  /** Where nothing was measured there is none. */
  | { readonly nullable: true; readonly value: (sums: Sums) => number | null };

export type ReportColumn<Sums = never> = Figures<Sums> & {
  readonly measure: Measure;
  /** Of a share: the columns of the part and of the whole. */
  readonly of?: readonly [string, string];
  /** Its place in the page's table, if not the same: before all others, or none. */
  readonly onScreen?: 'first' | 'never';
  /** Also on the report of a day, which has no room for all. */
  readonly onDaySheet?: true;
};
type ReportColumns<Sums> = Readonly<Record<string, ReportColumn<Sums>>>;

function share<Part extends string, Whole extends string>(part: Part, whole: Whole) {
  return {
    measure: 'share',
    nullable: true,
    of: [part, whole],
    /** To a thousandth. */
    value: (sums: Readonly<Record<Part | Whole, number>>) =>
      sums[whole] === 0 ? null : Math.round((sums[part] / sums[whole]) * 1000) / 1000,
  } as const;
}

/** What is counted of the visitors to a service in an hour, by desk and officer (`queue/report/day-sums.ts`). */
export const countNames = [
  'issued',
  'served',
  'noShow',
  'cancelled',
  'void',
  'transferred',
  'inHall',
  'onPaper',
] as const;
export type Counts = Record<(typeof countNames)[number], number>;

/** The smallest of some measured seconds that so great a share (0 to 1) of them doesn't exceed; null of none. */
type Quantile = (share: number) => number | null;

export interface SummarySums extends Readonly<Counts> {
  /** From coming to the service until the (last) call. */
  readonly waits: Quantile;
  /** From the start of serving until it was finished. */
  readonly serviceTimes: Quantile;
}

/** Everything is counted on the day of its number, at the hour in which the visitor came to the service. */
export const summaryColumns = {
  /** Numbers given, void ones among them. */
  issued: { measure: 'count', value: ({ issued }) => issued, onDaySheet: true },
  /** Services finished at a desk; a visit of two services counts at both. */
  served: { measure: 'count', value: ({ served }) => served, onDaySheet: true },
  noShow: { measure: 'count', value: ({ noShow }) => noShow, onDaySheet: true },
  cancelled: { measure: 'count', value: ({ cancelled }) => cancelled, onDaySheet: true },
  void: { measure: 'count', value: (sums) => sums.void },
  /** Sent on to another service before this one was finished. */
  transferred: { measure: 'count', value: ({ transferred }) => transferred },
  /** Still in the hall: printing, waiting, at a desk, or held. */
  inHall: { measure: 'count', value: ({ inHall }) => inHall, onDaySheet: true },
  /** Of the numbers, those given on paper while the main computer was away, and typed in by hand. Their waits are known to nobody. */
  onPaper: { measure: 'count', value: ({ onPaper }) => onPaper },
  waitMedian: { measure: 'duration', nullable: true, value: ({ waits }) => waits(0.5), onDaySheet: true },
  waitP90: { measure: 'duration', nullable: true, value: ({ waits }) => waits(0.9), onDaySheet: true },
  serviceMedian: {
    measure: 'duration',
    nullable: true,
    value: ({ serviceTimes }) => serviceTimes(0.5),
    onDaySheet: true,
  },
  serviceP90: { measure: 'duration', nullable: true, value: ({ serviceTimes }) => serviceTimes(0.9) },
} as const satisfies ReportColumns<SummarySums>;

/** How an institution kept its hours on a day; whole seconds. */
export interface Presence {
  /** Opening hours without their breaks. */
  readonly promised: number;
  /** Of these, with somebody signed in at one of its desks or more. */
  readonly present: number;
  /** Of the time with somebody there, that in which every desk with somebody was paused. */
  readonly paused: number;
  /** Promised time before the first one came; all of it where nobody did. */
  readonly late: number;
}

/** What each day with opening hours adds, on which the hall gave numbers. */
export const presenceColumns = {
  days: { measure: 'count', value: () => 1 },
  /** Days on which nobody signed in during the hours. */
  daysAbsent: { measure: 'count', value: ({ present }) => (present === 0 ? 1 : 0) },
  promised: { measure: 'duration', value: ({ promised }) => promised, onDaySheet: true },
  present: { measure: 'duration', value: ({ present }) => present, onDaySheet: true },
  paused: { measure: 'duration', value: ({ paused }) => paused, onDaySheet: true },
  late: { measure: 'duration', value: ({ late }) => late, onDaySheet: true },
} as const satisfies ReportColumns<Presence>;

/** How well what visitors were told held; times in whole seconds. */
export interface EstimateSums {
  /** Visitors who were told a range when they took their number and were called at that service later. */
  told: number;
  /** Called as well, but nothing could be told. */
  untold: number;
  /** Of those told, whose wait ended within the range. */
  held: number;
  /** Sum of how far the middle of the range lay from the wait. */
  error: number;
  /** The same of people ahead × the service's usual minutes ÷ its desks, for the same visitors. */
  simpleError: number;
}

const meanOfTold = (sum: 'error' | 'simpleError') => (sums: EstimateSums) =>
  sums.told === 0 ? null : Math.round(sums[sum] / sums.told);

export const estimateColumns = {
  told: { measure: 'count', value: ({ told }) => told },
  untold: { measure: 'count', value: ({ untold }) => untold },
  held: { measure: 'count', value: ({ held }) => held, onScreen: 'never' },
  heldShare: { ...share('held', 'told'), onScreen: 'first' },
  meanError: { measure: 'duration', nullable: true, value: meanOfTold('error'), onScreen: 'first' },
  simpleMeanError: {
    measure: 'duration',
    nullable: true,
    value: meanOfTold('simpleError'),
    onScreen: 'first',
  },
} as const satisfies ReportColumns<EstimateSums>;

/** How many came by the ways for those who see little or nothing, of the whole hall. */
export interface AccessSums {
  /** Began at a kiosk by keys and ears, whether or not a number came of it. */
  spokenBegun: number;
  /** Numbers given so. */
  spokenNumbers: number;
  /** Switched a kiosk to large letters. */
  largeBegun: number;
  largeNumbers: number;
  /** Numbers whose visitor asked to be fetched. */
  fetchAsked: number;
}

export const accessColumns = {
  spokenBegun: { measure: 'count', value: ({ spokenBegun }) => spokenBegun },
  spokenNumbers: { measure: 'count', value: ({ spokenNumbers }) => spokenNumbers },
  largeBegun: { measure: 'count', value: ({ largeBegun }) => largeBegun },
  largeNumbers: { measure: 'count', value: ({ largeNumbers }) => largeNumbers },
  fetchAsked: { measure: 'count', value: ({ fetchAsked }) => fetchAsked },
} as const satisfies ReportColumns<AccessSums>;

export const reportColumns = {
  summary: summaryColumns,
  presence: presenceColumns,
  estimate: estimateColumns,
  access: accessColumns,
};
export type Report = keyof typeof reportColumns;
export type ColumnOf<Of extends Report> = keyof (typeof reportColumns)[Of] & string;
/** The key of a column's heading in the catalogue: `summary.issued`. */
export type ColumnKey = { readonly [Each in Report]: `${Each}.${ColumnOf<Each>}` }[Report];

/** A report's columns in order, with their names and the keys of their headings. */
export function columnsOf<Of extends Report>(
  report: Of,
): (ReportColumn & { readonly name: ColumnOf<Of>; readonly key: ColumnKey })[] {
  const columns: ReportColumns<never> = reportColumns[report];
  return Object.entries(columns).map(([name, column]) => ({
    ...column,
    name: name as ColumnOf<Of>,
    key: `${report}.${name}` as ColumnKey,
  }));
}

/** A row's figures: those that were always measured are numbers. */
export type FiguresOf<Columns> = {
  readonly [Name in keyof Columns]: Columns[Name] extends { readonly nullable: true }
    ? number | null
    : number;
};

/** Makes a row's figures of what is summed. */
export function figuresOf<Sums, Columns extends ReportColumns<Sums>>(
  columns: Columns,
  sums: Sums,
): FiguresOf<Columns> {
  return Object.fromEntries(
    Object.entries(columns).map(([name, { value }]) => [name, value(sums)]),
  ) as FiguresOf<Columns>;
}
