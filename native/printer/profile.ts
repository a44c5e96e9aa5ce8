/** How a printer tells its status: Epson's way whole, what clones copy of it, Custom's way, or not at all. */
export type StatusDialect = 'epson' | 'generic' | 'custom' | 'silent';

/** What must be known of a printer to print on it. */
export interface PrinterProfile {
  /** Millimetres. */
  readonly paperWidth: 58 | 80;
  /** `pc858` and `pc437` by ESC t; `ascii`: letters lose their marks, for printers whose pages nobody knows. */
  readonly codePage: 'pc858' | 'pc437' | 'ascii';
  /** `native`: the printer makes the code itself (GS ( k); `raster`: a picture, for clones that lack that. */
  readonly qr: 'native' | 'raster';
  /** `none`: the paper is fed out to be torn off. */
  readonly cutter: 'partial' | 'full' | 'none';
  readonly dialect: StatusDialect;
}

/** A profile that is offered, and which printers it fits. */
export interface KnownProfile {
  readonly id: 'epson-80' | 'generic-80' | 'generic-58' | 'custom-80' | 'silent-80' | 'silent-58';
  readonly profile: PrinterProfile;
}

const epson80: KnownProfile = {
  id: 'epson-80',
  profile: { paperWidth: 80, codePage: 'pc858', qr: 'native', cutter: 'partial', dialect: 'epson' },
};
const generic80: KnownProfile = {
  id: 'generic-80',
  profile: { paperWidth: 80, codePage: 'pc437', qr: 'raster', cutter: 'partial', dialect: 'generic' },
};
const generic58: KnownProfile = {
  id: 'generic-58',
  profile: { paperWidth: 58, codePage: 'pc437', qr: 'raster', cutter: 'none', dialect: 'generic' },
};
const custom80: KnownProfile = {
  id: 'custom-80',
  profile: { paperWidth: 80, codePage: 'pc858', qr: 'raster', cutter: 'full', dialect: 'custom' },
};

const silent80: KnownProfile = {
  id: 'silent-80',
  profile: { ...generic80.profile, dialect: 'silent' },
};
const silent58: KnownProfile = {
  id: 'silent-58',
  profile: { ...generic58.profile, dialect: 'silent' },
};

/** The profiles that are offered; the first is understood by every clone. */
export const knownProfiles = [generic80, generic58, epson80, custom80, silent80, silent58] as const;

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

/** The profile that fits best what is known of a printer; the one that every clone understands where nothing is. */
export function profileFor(traits: PrinterTraits): KnownProfile {
  const { maker, model, vendorId, answersCustomStatus, saysNothing } = traits;
  const names = `${maker ?? ''} ${model ?? ''}`;
  if (answersCustomStatus || vendorId === customVendor || /\bcustom\b/i.test(names)) return custom80;
  if (vendorId === epsonVendor || /\bepson\b/i.test(names)) return epson80;
  // Makers put the width into the model's name: XP-58IIH, POS-5890, MPT-58.
  const isNarrow = /(^|\D)58(\d\d)?(\D|$)/.test(model ?? '');
  if (saysNothing) return isNarrow ? silent58 : silent80;
  return isNarrow ? generic58 : generic80;
}
