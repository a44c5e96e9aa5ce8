import { z } from 'zod';
import { catalogue } from '../texts/catalogue';
import type indonesian from '../texts/id/maklumat.json';
import { date, inLanguages, oneLine, someLines } from './common';
import { maklumatMedia } from './maklumat-rules';

const texts = catalogue<typeof indonesian>(
  import.meta.glob('../texts/*/maklumat.json', { eager: true, import: 'default' }),
);

const line = oneLine().max(120);

/** The Maklumat Pelayanan: what the hall promises, and who signed it where and when. */
export const maklumat = z.strictObject({
  text: inLanguages(someLines().min(1).max(1_200), someLines().max(1_200).default('')),
  /** Whose office signs: `Kepala DPMPTSP Kabupaten Pekalongan`. */
  decidedBy: line,
  /** Who signs, as under a letter. */
  signedBy: line,
  /** Of the decision; empty: none was made. */
  decisionNumber: line,
  decidedOn: date.nullable(),
  signedAt: line,
  /** Made up to show what one looks like. */
  isExample: z.boolean(),
  shownOn: z.array(z.enum(maklumatMedia)).max(maklumatMedia.length),
});
export type Maklumat = z.infer<typeof maklumat>;

/** The usual words (PermenPANRB 15/2014), which nobody has signed yet. */
export function usualMaklumat(): Maklumat {
  return {
    text: texts.everywhere('promise'),
    decidedBy: '',
    signedBy: '',
    decisionNumber: '',
    decidedOn: null,
    signedAt: '',
    isExample: false,
    shownOn: ['information', 'kiosk'],
  };
}
