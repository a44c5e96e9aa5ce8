import type { DialectName } from '../../../../electron/contract/printer-profile';
import type { FakeNature } from '../fake-nature';
import { fakeCustom } from './fake-custom';
import { fakeEpson } from './fake-epson';
import { fakeGeneric } from './fake-generic';
import { fakeSilent } from './fake-silent';

/** A printer of each dialect that is as it should be. */
export const fakeDialects: Readonly<Record<DialectName, FakeNature>> = {
  epson: fakeEpson,
  generic: fakeGeneric,
  custom: fakeCustom,
  silent: fakeSilent,
};
