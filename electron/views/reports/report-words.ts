import type { EstimateRow, PresenceRow, SummaryGrouping, SummaryRow } from '../../contract/reports';
import { countNames } from '../../queue/report/day-sums';

export type ReportLanguage = 'id' | 'en';
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
    waitMedian: 'Tunggu median (detik)',
    waitP90: 'Tunggu P90 (detik)',
    serviceMedian: 'Layanan median (detik)',
    serviceP90: 'Layanan P90 (detik)',
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
    waitMedian: 'Wait median (seconds)',
    waitP90: 'Wait P90 (seconds)',
    serviceMedian: 'Service median (seconds)',
    serviceP90: 'Service P90 (seconds)',
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

export const presenceWords: Words<(typeof presenceColumns)[number] | 'sheet'> = {
  id: {
    sheet: 'Kehadiran',
    counterId: 'Gerai',
    counterCode: 'Huruf',
    name: 'Nama',
    agency: 'Instansi',
    days: 'Hari buka',
    daysAbsent: 'Hari tanpa petugas',
    promised: 'Jam buka (detik)',
    present: 'Hadir (detik)',
    paused: 'Hadir tetapi jeda (detik)',
    late: 'Terlambat (detik)',
  },
  en: {
    sheet: 'Presence',
    counterId: 'Counter',
    counterCode: 'Letters',
    name: 'Name',
    agency: 'Institution',
    days: 'Days open',
    daysAbsent: 'Days without anybody',
    promised: 'Opening hours (seconds)',
    present: 'Present (seconds)',
    paused: 'Present but on a break (seconds)',
    late: 'Late (seconds)',
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

export const estimateWords: Words<Exclude<(typeof estimateColumns)[number], 'key'> | 'sheet'> = {
  id: {
    sheet: 'Ketepatan prakiraan',
    counterCode: 'Huruf',
    name: 'Nama',
    told: 'Diberi prakiraan',
    untold: 'Tanpa prakiraan',
    held: 'Sesuai rentang',
    heldShare: 'Bagian yang sesuai',
    meanError: 'Selisih rata-rata (detik)',
    simpleMeanError: 'Selisih hitungan sederhana (detik)',
  },
  en: {
    sheet: 'Estimated waits',
    counterCode: 'Letters',
    name: 'Name',
    told: 'Told a wait',
    untold: 'Told none',
    held: 'Within the range',
    heldShare: 'Share within',
    meanError: 'Off by on average (seconds)',
    simpleMeanError: 'Simple rule off by (seconds)',
  },
};
