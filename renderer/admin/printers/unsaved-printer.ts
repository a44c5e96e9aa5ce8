import { parsePrinterTarget } from '../../../electron/contract/printer-target';
import type { AdminPrinter, FoundPrinter, PrinterProfile } from '../../../electron/contract/printers';
import { builtInKiosk } from './built-in-kiosk';

const usualMetres = { 58: 25, 80: 50 } as const;

/** A printer that isn't kept yet, with the profile that most clones understand. */
export function unsavedPrinter(name: string): AdminPrinter {
  return {
    id: '',
    version: 0,
    deviceId: builtInKiosk,
    position: 0,
    name,
    target: '',
    profile: profiles['generic-80'],
    place: { id: '', en: '', jv: '' },
    rollMetres: usualMetres[80],
    unreadable: [],
  };
}

/** A printer that was found, to be kept. */
export function fromFound(found: FoundPrinter, name: string): AdminPrinter {
  return {
    ...unsavedPrinter([found.maker, found.model].filter(Boolean).join(' ').slice(0, 40) || name),
    target: found.target,
    profile: found.profile,
    rollMetres: usualMetres[found.profile.paperWidth],
  };
}

/** The kinds of printers that are offered; the server knows the same ones. */
export const profiles = {
  'epson-80': { paperWidth: 80, codePage: 'pc858', qr: 'native', cutter: 'partial', dialect: 'epson' },
  'generic-80': { paperWidth: 80, codePage: 'pc437', qr: 'raster', cutter: 'partial', dialect: 'generic' },
  'generic-58': { paperWidth: 58, codePage: 'pc437', qr: 'raster', cutter: 'none', dialect: 'generic' },
  'custom-80': { paperWidth: 80, codePage: 'pc858', qr: 'raster', cutter: 'full', dialect: 'custom' },
  'silent-80': { paperWidth: 80, codePage: 'pc437', qr: 'raster', cutter: 'partial', dialect: 'silent' },
  'silent-58': { paperWidth: 58, codePage: 'pc437', qr: 'raster', cutter: 'none', dialect: 'silent' },
} as const satisfies Readonly<Record<string, PrinterProfile>>;
export type ProfileName = keyof typeof profiles;
export const profileNames = Object.keys(profiles) as readonly ProfileName[];

/** The offered kind that a profile is, or null. */
export function profileName(profile: PrinterProfile): ProfileName | null {
  return (
    profileNames.find((name) =>
      (Object.keys(profiles[name]) as (keyof PrinterProfile)[]).every(
        (key) => profiles[name][key] === profile[key],
      ),
    ) ?? null
  );
}

/** Whether a printer takes what it is sent and says nothing: what can't be told of it has to be told to admins. */
export function onlyTakes({ target, profile }: Pick<AdminPrinter, 'target' | 'profile'>): boolean {
  const kind = parsePrinterTarget(target)?.kind;
  return kind === 'spooler' || kind === 'share' || profile.dialect === 'silent';
}
