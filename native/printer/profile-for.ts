import {
  type DialectName,
  knownProfiles,
  type ProfileName,
  profileNames,
  safeProfile,
} from '../../electron/contract/printer-profile';
import type { PrinterTraits } from './dialects/dialect';
import { dialects } from './dialects/dialects';

/** Returns the profile that fits best what is known of a printer; the one that every clone understands where nothing is. */
export function profileFor(traits: PrinterTraits): ProfileName {
  const dialect = dialectFor(traits);
  // Makers put the width into the model's name: XP-58IIH, POS-5890, MPT-58.
  const paperWidth = /(^|\D)58(\d\d)?(\D|$)/.test(traits.model ?? '') ? 58 : 80;
  const profiles = profileNames.filter((name) => knownProfiles[name].dialect === dialect);
  return (
    profiles.find((name) => knownProfiles[name].paperWidth === paperWidth) ?? profiles[0] ?? 'generic-80'
  );
}

function dialectFor(traits: PrinterTraits): DialectName {
  if (traits.answered) return traits.answered;
  const names = Object.keys(dialects) as DialectName[];
  return names.find((name) => dialects[name].suits(traits)) ?? safeProfile.dialect;
}
