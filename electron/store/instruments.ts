import { type Instrument, instrument } from '../contract/evaluation/instrument';
import { query, type Reader } from './store';

export interface StoredInstrument {
  readonly instrument: Instrument;
  readonly version: number;
}

/** The instruments that the hall took in, the latest year first. One that can't be read any more is left out. */
export function readInstruments(reader: Reader): StoredInstrument[] {
  const rows = reader.all(query.selectFrom('instruments').selectAll().orderBy('year', 'desc'));
  return rows.flatMap(({ instrumentJson, version }) => {
    const read = instrument.safeParse(JSON.parse(instrumentJson));
    return read.success ? [{ instrument: read.data, version }] : [];
  });
}
