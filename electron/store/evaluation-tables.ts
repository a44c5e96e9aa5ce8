import type { Generated } from 'kysely';

/** What the ministry asks of the hall, and what people filled in. */
export interface EvaluationTables {
  instruments: { year: number; instrumentJson: string; version: Generated<number> };
  evaluation_answers: {
    year: number;
    number: number;
    points: number | null;
    partsJson: string;
    words: string;
    userId: number | null;
    changedDate: string;
    version: Generated<number>;
  };
}
