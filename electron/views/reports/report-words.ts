import type { EstimateRow, PresenceRow, SummaryRow } from '../../contract/reports';
import { countNames } from '../../queue/report/day-sums';
import { catalogue } from '../../texts/catalogue';
import type indonesian from '../../texts/id/office/report-files.json';

/** What stands in the reports' files. */
export const reportTexts = catalogue<typeof indonesian>(
  import.meta.glob('../../texts/*/office/report-files.json', { eager: true, import: 'default' }),
);

/** What the figures of a column measure, where they are no plain counts or texts: whole seconds, or a share from 0 to 1. */
export type Measure = 'duration' | 'share';

type Measures<Key extends string> = Readonly<Partial<Record<Key, Measure>>>;

/** The columns of a summary's file, in order; with no language their own names stand above them. */
export const summaryColumns = [
  'key',
  'counterCode',
  'name',
  ...countNames,
  'waitMedian',
  'waitP90',
  'serviceMedian',
  'serviceP90',
] as const satisfies readonly (keyof SummaryRow)[];

export const summaryMeasures: Measures<(typeof summaryColumns)[number]> = {
  waitMedian: 'duration',
  waitP90: 'duration',
  serviceMedian: 'duration',
  serviceP90: 'duration',
};

export const presenceColumns = [
  'counterId',
  'counterCode',
  'name',
  'agency',
  'days',
  'daysAbsent',
  'promised',
  'present',
  'paused',
  'late',
] as const satisfies readonly (keyof PresenceRow)[];

export const presenceMeasures: Measures<(typeof presenceColumns)[number]> = {
  promised: 'duration',
  present: 'duration',
  paused: 'duration',
  late: 'duration',
};

export const estimateColumns = [
  'key',
  'counterCode',
  'name',
  'told',
  'untold',
  'held',
  'heldShare',
  'meanError',
  'simpleMeanError',
] as const satisfies readonly (keyof EstimateRow)[];

export const estimateMeasures: Measures<(typeof estimateColumns)[number]> = {
  heldShare: 'share',
  meanError: 'duration',
  simpleMeanError: 'duration',
};
