import type { Dialect } from '../dialect';
import { escpos } from '../escpos';

/** A clone that prints and answers nothing: what it is asked it may print. */
export const dialect: Dialect = {
  ...escpos,
  questions: [],
  proofs: {},
  clear: null,
  suits: ({ saysNothing }) => saysNothing,
};
