import { z } from 'zod';
import { catalogue } from '../texts/catalogue';
import indonesian from '../texts/id/office/standard-list.json';
import { id, localized } from './common';
import { publicParts } from './standard-parts';

/**
 * The columns of a list of standards, by what they hold. The headings of the six public parts are those under which local
 * governments' sites show what they handed in to SIPPN; SIPPN's own form could not be looked at (docs/panduan/standar-pelayanan.md).
 */
export type ListColumn = keyof typeof indonesian;
export const listColumns = Object.keys(indonesian) as ListColumn[];

const texts = catalogue<typeof indonesian>(
  import.meta.glob('../texts/*/office/standard-list.json', { eager: true, import: 'default' }),
);

/** A column's heading: always the Indonesian, so that a list that was downloaded in any language is taken in again. */
export function listHeading(column: ListColumn): string {
  return texts.in('id')(column);
}

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
