import type { EvidencePlace } from '../../contract/evaluation/evaluation';
import type { EvidenceSource, evidenceFigures } from '../../contract/evaluation/figures';
import { catalogue } from '../../texts/catalogue';
import type indonesian from '../../texts/id/office/evaluation-evidence.json';
import type { ViewContext } from '../view-context';

export const evidenceTexts = catalogue<typeof indonesian>(
  import.meta.glob('../../texts/*/office/evaluation-evidence.json', { eager: true, import: 'default' }),
);
type EvidenceKey = keyof typeof indonesian;

/** A sentence of the catalogue, said once the language is known. */
export interface Said {
  readonly key: EvidenceKey;
  readonly values?: Readonly<Record<string, string | number>>;
  /** The figures that it is about: said of the indicators that ask one of them; left out: of all that have this source. */
  readonly of?: readonly string[];
  /** The page where it is mended. */
  readonly at?: EvidencePlace;
}

/** The days of a year that have been, both included. */
export interface Year {
  readonly from: string;
  readonly to: string;
}

/** What a source says of a year: its figures, sentences of evidence, and what is missing. */
export interface SourceSays<Figure extends string> {
  /** Null: not known. */
  readonly figures: Readonly<Record<Figure, number | null>>;
  readonly says: readonly Said[];
  readonly lacks: readonly Said[];
}

/** A source of evidence as a view over the store. */
export type EvidenceView<Figure extends string> = (context: ViewContext, year: Year) => SourceSays<Figure>;

/** The names of a source's figures. */
export type FigureOf<Source extends EvidenceSource> = (typeof evidenceFigures)[Source][number];

/** Whole percent rounded down, so that nothing is called full that isn't; null of nothing. */
export function percentOf(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.floor((part * 100) / whole);
}

/** Percent as it is, for bounds that lie between whole ones; null of nothing. */
export function exactPercent(part: number, whole: number): number | null {
  return whole === 0 ? null : (part * 100) / whole;
}

export const yes = (is: boolean): 0 | 1 => (is ? 1 : 0);
