/**
 * What the hall's own data can say for an evaluation: sources by name, and the figures that each gives. Of a figure that is a
 * yes or no, 1 is yes. An instrument's file names them as `skm.donePercent`, and may name no others.
 */
export const evidenceFigures = {
  /** How institutions kept the hours that they promised. `present`: whole percent of them. */
  presence: ['institutions', 'present'],
  /**
   * The satisfaction survey of the year, and what followed its reports. `months`: months within which all of the latest report's
   * follow-up was done, begun ones whole: one month and a day are 2. `on…`: where a result that was published in the year is read.
   */
  skm: [
    'forms',
    'sampleNeeded',
    'enough',
    'elements',
    'reports',
    'index',
    'planned',
    'done',
    'donePercent',
    'months',
    'onPaper',
    'onScreens',
    'onInformation',
    'onDisplay',
  ],
  /** Complaints of the year; suggestions are none. `online`: whether they can be made without coming. */
  complaints: [
    'all',
    'finished',
    'finishedPercent',
    'sp4n',
    'sp4nFinished',
    'sp4nPercent',
    'answered',
    'published',
    'online',
  ],
  /** The week's hours of what is served. */
  hours: ['decided', 'noBreak', 'weekend', 'weekendAtTimes', 'aroundTheClock'],
  /** By which media the hall speaks to visitors. */
  media: ['kiosk', 'display', 'information', 'phone', 'print', 'ticket', 'count', 'online'],
  /** What helps people with special needs, as far as a queue can. */
  priority: ['turn', 'spoken', 'large', 'callSeen', 'callHeard', 'fetched', 'means'],
  /** How current it is what visitors read. `livePercent`: of the days open, those on which waits were told live. */
  changes: ['updates', 'longestGap', 'openDays', 'liveDays', 'livePercent'],
  /** The register of services' standards and the Maklumat. */
  standards: [
    'services',
    'made',
    'complete',
    'completePercent',
    'decidedPercent',
    'published',
    'media',
    'reviewedYear',
    'reviewedYearPercent',
    'reviewedTwoYears',
    'reviewedTwoYearsPercent',
    'reviewedEverPercent',
    'promise',
    'promiseDecided',
    'promiseOnScreens',
  ],
  /** What the queue is made of. */
  queue: ['numbers', 'grouped', 'monitor', 'loudspeaker', 'phone', 'issued', 'served'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type EvidenceSource = keyof typeof evidenceFigures;
export const evidenceSources = Object.keys(evidenceFigures) as readonly EvidenceSource[];

/** What an indicator with parts counts of them: those that are there beyond the required ones, and the required ones that lack. */
export const partFigures = ['parts', 'missing'] as const;

export const figureNames: readonly string[] = [
  ...evidenceSources.flatMap((source) => evidenceFigures[source].map((figure) => `${source}.${figure}`)),
  ...partFigures,
];

/** Figures by name; null or left out: not known, which no step's condition is met by. */
export type Figures = Readonly<Partial<Record<string, number | null>>>;
