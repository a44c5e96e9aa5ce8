import type { Instrument } from '../../contract/evaluation/instrument';
import { query } from '../../store/store';
import type { ActionContext } from '../action';

/** Takes an instrument in, in place of the one of the same year; what was filled in by hand for that year stays. */
export function takeInInstrument({ transaction }: ActionContext, instrument: Instrument): void {
  const { year } = instrument;
  const before = transaction.first(
    query.selectFrom('instruments').select('version').where('year', '=', year),
  );
  const values = { instrumentJson: JSON.stringify(instrument), version: (before?.version ?? 0) + 1 };
  transaction.run(
    query
      .insertInto('instruments')
      .values({ year, ...values })
      .onConflict((conflict) => conflict.column('year').doUpdateSet(values)),
  );
}
