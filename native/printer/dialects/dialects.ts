import type { DialectName } from '../../../electron/contract/printer-profile';
import { custom } from './custom';
import type { Dialect } from './dialect';
import { epson } from './epson';
import { generic } from './generic';
import { silent } from './silent';

/** Every dialect, in the order in which a search looks for the first that suits. */
export const dialects: Readonly<Record<DialectName, Dialect>> = { custom, epson, silent, generic };
