import { z } from 'zod';

interface DialectRow {
  /** Whether a printer of this dialect says how it is; else a person has to look. */
  readonly tells: boolean;
}

/** How printers tell their status, by the name that is kept; each is a file in native/printer/dialects/spoken. */
export const printerDialects = {
  epson: { tells: true },
  generic: { tells: true },
  custom: { tells: true },
  silent: { tells: false },
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
