import { useEffect } from 'react';
import { antreColours } from '../../electron/contract/antre-colours';
import type { KioskColours } from '../../electron/contract/appearance';

/** Puts the hall's own colours on the page; the large, high-contrast mode sets its own over them. */
export function useTheme(colours: KioskColours = antreColours): void {
  const { primary, band } = colours;
  useEffect(() => {
    const { style } = document.documentElement;
    const set = (name: string, value: string | null) =>
      value === null ? style.removeProperty(name) : style.setProperty(name, value);
    const ownBand = band !== antreColours.band;
    set('--tosca', primary === antreColours.primary ? null : primary);
    set('--deep', ownBand ? band : null);
    // The motif is a shade of its ground, not to be seen as a figure.
    set('--own-cloth', ownBand ? `color-mix(in srgb, ${band} 82%, white)` : null);
  }, [primary, band]);
}
