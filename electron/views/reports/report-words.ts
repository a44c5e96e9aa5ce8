import type { EstimateRow, PresenceRow, SummaryGrouping, SummaryRow } from '../../contract/reports';
import { countNames } from '../../queue/report/day-sums';

export type ReportLanguage = 'id' | 'en';

/** What the figures of a column measure, where they are no plain counts or texts: whole seconds, or a share from 0 to 1. */
export type Measure = 'duration' | 'share';
/** What is said behind the heading of a duration where its cells are bare seconds. */
export const secondsWord: Readonly<Record<ReportLanguage, string>> = { id: 'detik', en: 'seconds' };

type Measures<Key extends string> = Readonly<Partial<Record<Key, Measure>>>;
type Words<Key extends string> = Readonly<Record<ReportLanguage, Readonly<Record<Key, string>>>>;

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

export const summaryWords: Words<Exclude<(typeof summaryColumns)[number], 'key'>> = {
  id: {
    counterCode: 'Huruf',
    name: 'Nama',
    issued: 'Nomor diambil',
    served: 'Dilayani',
    noShow: 'Tidak datang',
    cancelled: 'Dibatalkan',
    void: 'Tidak dicetak',
    transferred: 'Dialihkan',
    inHall: 'Masih di balai',
    waitMedian: 'Tunggu median',
    waitP90: 'Tunggu P90',
    serviceMedian: 'Layanan median',
    serviceP90: 'Layanan P90',
  },
  en: {
    counterCode: 'Letters',
    name: 'Name',
    issued: 'Numbers taken',
    served: 'Served',
    noShow: 'Did not come',
    cancelled: 'Cancelled',
    void: 'Not printed',
    transferred: 'Sent on',
    inHall: 'Still in the hall',
    waitMedian: 'Wait median',
    waitP90: 'Wait P90',
    serviceMedian: 'Service median',
    serviceP90: 'Service P90',
  },
};

/** What a summary is by: the heading of its first column and the name of its sheet. */
export const groupingWords: Words<SummaryGrouping> = {
  id: {
    period: 'Seluruhnya',
    day: 'Tanggal',
    hour: 'Jam',
    weekday: 'Hari',
    weekdayHour: 'Hari dan jam',
    counter: 'Gerai',
    service: 'Layanan',
    desk: 'Loket',
    user: 'Petugas',
  },
  en: {
    period: 'Altogether',
    day: 'Date',
    hour: 'Hour',
    weekday: 'Weekday',
    weekdayHour: 'Weekday and hour',
    counter: 'Counter',
    service: 'Service',
    desk: 'Desk',
    user: 'Officer',
  },
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

export const presenceWords: Words<(typeof presenceColumns)[number] | 'sheet'> = {
  id: {
    sheet: 'Kehadiran',
    counterId: 'Gerai',
    counterCode: 'Huruf',
    name: 'Nama',
    agency: 'Instansi',
    days: 'Hari buka',
    daysAbsent: 'Hari tanpa petugas',
    promised: 'Jam buka',
    present: 'Hadir',
    paused: 'Hadir tetapi jeda',
    late: 'Terlambat',
  },
  en: {
    sheet: 'Presence',
    counterId: 'Counter',
    counterCode: 'Letters',
    name: 'Name',
    agency: 'Institution',
    days: 'Days open',
    daysAbsent: 'Days without anybody',
    promised: 'Opening hours',
    present: 'Present',
    paused: 'Present but on a break',
    late: 'Late',
  },
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

export const estimateWords: Words<Exclude<(typeof estimateColumns)[number], 'key'> | 'sheet'> = {
  id: {
    sheet: 'Ketepatan prakiraan',
    counterCode: 'Huruf',
    name: 'Nama',
    told: 'Diberi prakiraan',
    untold: 'Tanpa prakiraan',
    held: 'Sesuai rentang',
    heldShare: 'Bagian yang sesuai',
    meanError: 'Selisih rata-rata',
    simpleMeanError: 'Selisih hitungan sederhana',
  },
  en: {
    sheet: 'Estimated waits',
    counterCode: 'Letters',
    name: 'Name',
    told: 'Told a wait',
    untold: 'Told none',
    held: 'Within the range',
    heldShare: 'Share within',
    meanError: 'Off by on average',
    simpleMeanError: 'Simple rule off by',
  },
};

/** What a report is called above its table in a workbook. */
export const reportTitles: Words<'summary' | 'presence' | 'estimate'> = {
  id: {
    summary: 'Nomor, waktu tunggu, dan waktu layanan',
    presence: 'Kehadiran instansi pada jam buka',
    estimate: 'Ketepatan prakiraan waktu tunggu',
  },
  en: {
    summary: 'Numbers, waits and times of service',
    presence: 'Presence of institutions in opening hours',
    estimate: 'How well estimated waits held',
  },
};
