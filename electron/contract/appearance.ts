import { z } from 'zod';
import { refusedAs } from '../texts/field-fault';
import { inLanguages, oneLine } from './common';
import { contrast } from './contrast';
import { inIndonesian } from './languages';

/** A text of the hall's own in several languages; where even the Indonesian is empty, Antre's own text or none stands. */
export const ownText = inLanguages(oneLine().max(120), oneLine().max(120).default(''));
export type OwnText = z.infer<typeof ownText>;
export const noText: OwnText = inIndonesian('');

/** What stands on each colour of the kiosk, and how strongly it must differ (WCAG 2.2: 1.4.3, 1.4.6 and 1.4.11). */
export const kioskContrasts = {
  primary: [
    { on: '#ffffff', least: 4.5, what: 'whiteText' },
    { on: '#f0f2ec', least: 4.5, what: 'textOnGround' },
  ],
  band: [
    { on: '#ffffff', least: 7, what: 'whiteText' },
    { on: '#f4b92e', least: 3, what: 'logo' },
  ],
} as const;

function readableColour(place: keyof typeof kioskContrasts) {
  return z
    .string()
    .regex(/^#[0-9a-f]{6}$/, refusedAs('colour'))
    .superRefine((colour, refinement) => {
      for (const { on, least } of kioskContrasts[place]) {
        const ratio = contrast(colour, on);
        if (ratio >= least) continue;
        const refused = refusedAs('contrast', {
          colour,
          ground: on,
          ratio: ratio.toFixed(1),
          least,
        });
        refinement.addIssue({ code: 'custom', ...refused });
      }
    });
}

/** The kiosk's own colours: of what is pressed and of regional counters, and of the band at the top. */
export const kioskColours = z.strictObject({
  primary: readableColour('primary'),
  band: readableColour('band'),
});
export type KioskColours = z.infer<typeof kioskColours>;

/** What a lobby screen shows beside the current call. */
export const displayLayout = z.strictObject({
  /** How many of the calls before the current one. */
  lastCalls: z.number().int().min(1).max(4),
  nowServing: z.boolean(),
  notices: z.boolean(),
  runningText: z.boolean(),
  /** How long the calls stay after each call, and after each round of slides, before slides are shown. */
  boardSeconds: z.number().int().min(5).max(300),
});
export type DisplayLayout = z.infer<typeof displayLayout>;
export const usualDisplay: DisplayLayout = {
  lastCalls: 4,
  nowServing: true,
  notices: true,
  runningText: true,
  boardSeconds: 20,
};
