import type { ProfileName } from '../../electron/contract/printer-profile';

/** What is known of a printer that was found; null or false where it isn't. */
export interface PrinterTraits {
  readonly maker: string | null;
  readonly model: string | null;
  /** USB ids. */
  readonly vendorId: number | null;
  /** It answered Custom's question for the full status. */
  readonly answersCustomStatus: boolean;
  /** It took what it was asked, and said nothing at all. */
  readonly saysNothing: boolean;
}

/** USB vendor ids (usb.org): Seiko Epson, Custom Engineering. */
const epsonVendor = 0x04b8;
const customVendor = 0x0dd4;

/** Returns the profile that fits best what is known of a printer; the one that every clone understands where nothing is. */
export function profileFor(traits: PrinterTraits): ProfileName {
  const { maker, model, vendorId, answersCustomStatus, saysNothing } = traits;
  const names = `${maker ?? ''} ${model ?? ''}`;
  if (answersCustomStatus || vendorId === customVendor || /\bcustom\b/i.test(names)) return 'custom-80';
  if (vendorId === epsonVendor || /\bepson\b/i.test(names)) return 'epson-80';
  // Makers put the width into the model's name: XP-58IIH, POS-5890, MPT-58.
  const isNarrow = /(^|\D)58(\d\d)?(\D|$)/.test(model ?? '');
  if (saysNothing) return isNarrow ? 'silent-58' : 'silent-80';
  return isNarrow ? 'generic-58' : 'generic-80';
}
