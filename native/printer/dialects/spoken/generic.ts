import type { Dialect } from '../dialect';
import { escpos } from '../escpos';

/** What clones copy of Epson's, some of it badly: GS ( H many of them print as text. What fits nothing else speaks this. */
export const dialect: Dialect = { ...escpos, suits: () => true };
