import { z } from 'zod';
import type { Said } from './history/said';

interface DialectRow extends Said {
  /** Whether a printer of this dialect says how it is; else a person has to look. */
  readonly tells: boolean;
}

/** How printers tell their status, by the name that is kept, and what that is called; each is a file in native/printer/dialects. */
export const printerDialects = {
  epson: { id: 'Epson lengkap', en: 'Epson, whole', tells: true },
  generic: { id: 'Tiruan', en: 'Clone', tells: true },
  custom: { id: 'Custom', en: 'Custom', tells: true },
  silent: { id: 'Tidak melapor', en: 'Not at all', tells: false },
} as const satisfies Readonly<Record<string, DialectRow>>;
export type DialectName = keyof typeof printerDialects;
export const dialectNames = Object.keys(printerDialects) as [DialectName, ...DialectName[]];

/** What must be known of a printer to print on it. */
export const printerProfile = z.strictObject({
  /** Millimetres. */
  paperWidth: z.union([z.literal(58), z.literal(80)]),
  /** `pc858` and `pc437` by ESC t; `ascii`: letters lose their marks, for printers whose pages nobody knows. */
  codePage: z.enum(['pc858', 'pc437', 'ascii']),
  /** `native`: the printer makes the code itself (GS ( k); `raster`: a picture, for clones that lack that. */
  qr: z.enum(['native', 'raster']),
  /** `none`: the paper is fed out to be torn off. */
  cutter: z.enum(['partial', 'full', 'none']),
  dialect: z.enum(dialectNames),
});
export type PrinterProfile = z.infer<typeof printerProfile>;

/** What every ESC/POS printer understands: for one whose profile can't be read. */
export const safeProfile: PrinterProfile = {
  paperWidth: 80,
  codePage: 'ascii',
  qr: 'raster',
  cutter: 'partial',
  dialect: 'generic',
};

/** The profiles that are offered, by their names. */
export const knownProfiles = {
  'epson-80': { paperWidth: 80, codePage: 'pc858', qr: 'native', cutter: 'partial', dialect: 'epson' },
  'generic-80': { paperWidth: 80, codePage: 'pc437', qr: 'raster', cutter: 'partial', dialect: 'generic' },
  'generic-58': { paperWidth: 58, codePage: 'pc437', qr: 'raster', cutter: 'none', dialect: 'generic' },
  'custom-80': { paperWidth: 80, codePage: 'pc858', qr: 'raster', cutter: 'full', dialect: 'custom' },
  'silent-80': { paperWidth: 80, codePage: 'pc437', qr: 'raster', cutter: 'partial', dialect: 'silent' },
  'silent-58': { paperWidth: 58, codePage: 'pc437', qr: 'raster', cutter: 'none', dialect: 'silent' },
} as const satisfies Readonly<Record<string, PrinterProfile>>;
export type ProfileName = keyof typeof knownProfiles;
export const profileNames = Object.keys(knownProfiles) as readonly ProfileName[];

/** What each of them is called: the printers that it fits. */
export const profileWords: Readonly<Record<ProfileName, Said>> = {
  'epson-80': { id: 'Epson TM-T82, TM-T88, dan sejenisnya', en: 'Epson TM-T82, TM-T88 and the like' },
  'generic-80': { id: 'Xprinter, Iware, dan sejenisnya, 80 mm', en: 'Xprinter, Iware and the like, 80 mm' },
  'generic-58': { id: 'Printer kecil 58 mm tanpa pemotong', en: 'Small 58 mm printer without cutter' },
  'custom-80': {
    id: 'Custom di dalam badan kios (KPM, TK, VKP80)',
    en: 'Custom in a kiosk body (KPM, TK, VKP80)',
  },
  'silent-80': { id: 'Printer tanpa laporan keadaan, 80 mm', en: 'Printer that reports nothing, 80 mm' },
  'silent-58': {
    id: 'Printer tanpa laporan keadaan, 58 mm tanpa pemotong',
    en: 'Printer that reports nothing, 58 mm without cutter',
  },
};

/** Returns the name of the offered profile that this one equals, or null. */
export function profileName(profile: PrinterProfile): ProfileName | null {
  return (
    profileNames.find((name) =>
      (Object.keys(knownProfiles[name]) as (keyof PrinterProfile)[]).every(
        (key) => knownProfiles[name][key] === profile[key],
      ),
    ) ?? null
  );
}
