import { type Instrument, instrument } from '../contract/evaluation/instrument';
import pekppp2026 from './pekppp-2026.json';

/** The instruments that come with Antre, by year. A file that a hall imports goes before the one of the same year. */
export const ownInstruments: readonly Instrument[] = [instrument.parse(pekppp2026)];
