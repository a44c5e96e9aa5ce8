import { type DialectName, dialectNames } from '../../../../electron/contract/printer-profile';
import type { FakeNature } from '../fake-nature';

const fakes = import.meta.glob<FakeNature>('./fake-*.ts', { eager: true, import: 'nature' });

/** A printer of each dialect that is as it should be. Throws as it is loaded where one has no fake. */
export const fakeDialects = Object.fromEntries(
  dialectNames.map((name) => {
    const nature = fakes[`./fake-${name}.ts`];
    if (!nature) throw new Error(`native/printer/testing/dialects/fake-${name}.ts is missing`);
    return [name, nature];
  }),
) as Readonly<Record<DialectName, FakeNature>>;
