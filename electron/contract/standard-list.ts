import { z } from 'zod';
import { id, localized } from './common';
import { publicParts } from './standard-parts';

/**
 * The columns of a list of standards, by what they hold. The headings of the six public parts are those under which local
 * governments' sites show what they handed in to SIPPN; SIPPN's own form could not be looked at (docs/panduan/standar-pelayanan.md).
 */
export const listHeadings = {
  counterCode: 'Gerai',
  agency: 'Instansi',
  name: 'Nama layanan',
  documents: 'Persyaratan',
  requirements: 'Persyaratan lain',
  procedure: 'Sistem, mekanisme dan prosedur',
  time: 'Waktu penyelesaian',
  cost: 'Biaya/tarif',
  product: 'Produk pelayanan',
  complaints: 'Pengaduan pelayanan',
  legalBasis: 'Dasar hukum',
  facilities: 'Sarana, prasarana, dan/atau fasilitas',
  competence: 'Kompetensi pelaksana',
  supervision: 'Pengawasan internal',
  staffing: 'Jumlah pelaksana',
  serviceGuarantee: 'Jaminan pelayanan',
  safetyGuarantee: 'Jaminan keamanan dan keselamatan pelayanan',
  evaluation: 'Evaluasi kinerja pelaksana',
  decidedBy: 'Ditetapkan oleh',
  decisionNumber: 'Nomor keputusan',
  decidedOn: 'Tanggal penetapan',
  reviewedOn: 'Tanggal tinjauan',
  reviewDueOn: 'Tinjauan berikutnya',
  isExample: 'Contoh',
  origin: 'Asal teks',
} as const;
export type ListColumn = keyof typeof listHeadings;

/** The columns that SIPPN asks, with what is one there. */
export const sippnColumns = ['name', ...publicParts] as const;

/** Parts whose other languages have columns of their own behind the rest: `Biaya/tarif (en)`. */
export const translatedColumns = publicParts;

export const listFaultKinds = [
  'unreadable',
  'no_rows',
  'missing_column',
  'unknown_column',
  'unknown_service',
  'twice',
  'too_long',
  'no_date',
  'day_to_come',
  'no_flag',
  'not_on_paper',
] as const;

/** What is wrong with a list of standards, and where. */
export const standardListFault = z.strictObject({
  /** Of the file, from 1; 0: of the whole. */
  line: z.number().int(),
  /** The column's heading, or empty. */
  column: z.string(),
  kind: z.enum(listFaultKinds),
  value: z.string(),
});
export type StandardListFault = z.infer<typeof standardListFault>;

/** The fields that a line of a list sets. */
export const standardListPreview = z.strictObject({
  services: z.array(z.strictObject({ id, name: localized, fields: z.array(z.string()) })),
  /** Nothing is imported while there is any. */
  faults: z.array(standardListFault),
});
export type StandardListPreview = z.infer<typeof standardListPreview>;

/** A list is a spreadsheet of at most so many bytes. */
export const standardListBytes = 2 * 1024 * 1024;

export const standardListAnswer = z.strictObject({ changed: z.number().int() });
