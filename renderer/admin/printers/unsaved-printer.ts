import { knownProfiles, printerDialects } from '../../../electron/contract/printer-profile';
import { parsePrinterTarget } from '../../../electron/contract/printer-target';
import type { AdminPrinter, FoundPrinter } from '../../../electron/contract/printers';
import { builtInKiosk } from './built-in-kiosk';

const defaultMetres = { 58: 25, 80: 50 } as const;

/** A printer that isn't kept yet, with the profile that most clones understand. */
export function unsavedPrinter(name: string): AdminPrinter {
  return {
    id: '',
    version: 0,
    deviceId: builtInKiosk,
    position: 0,
    name,
    target: '',
    profile: knownProfiles['generic-80'],
    place: { id: '', en: '', jv: '' },
    rollMetres: defaultMetres[80],
    lamp: false,
    unreadable: [],
  };
}

/** A printer that was found, to be kept. */
export function fromFound(found: FoundPrinter, name: string): AdminPrinter {
  return {
    ...unsavedPrinter([found.maker, found.model].filter(Boolean).join(' ').slice(0, 40) || name),
    target: found.target,
    profile: found.profile,
    rollMetres: defaultMetres[found.profile.paperWidth],
  };
}

/** Whether a printer takes what it is sent and says nothing: what can't be told of it has to be told to admins. */
export function onlyTakes({ target, profile }: Pick<AdminPrinter, 'target' | 'profile'>): boolean {
  const kind = parsePrinterTarget(target)?.kind;
  return kind === 'spooler' || kind === 'share' || !printerDialects[profile.dialect].tells;
}
