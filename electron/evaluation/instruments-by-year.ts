import type { Instrument } from '../contract/evaluation/instrument';
import { ownInstruments } from './own-instruments';

/** The instruments by year: Antre's own, and those that the hall took in in their place. */
export function instrumentsByYear(
  taken: readonly Instrument[],
): ReadonlyMap<number, { readonly instrument: Instrument; readonly imported: boolean }> {
  const known = new Map<number, { instrument: Instrument; imported: boolean }>();
  for (const instrument of ownInstruments) known.set(instrument.year, { instrument, imported: false });
  for (const instrument of taken) known.set(instrument.year, { instrument, imported: true });
  return known;
}

/** The instrument whose questions visitors are asked on a date: that of its year, or undefined where it has none or asks nothing. */
export function askedOn(date: string, taken: readonly Instrument[]): Instrument | undefined {
  const instrument = instrumentsByYear(taken).get(Number(date.slice(0, 4)))?.instrument;
  return instrument && instrument.users.questions.length > 0 ? instrument : undefined;
}
