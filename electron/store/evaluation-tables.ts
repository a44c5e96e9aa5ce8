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
  /** How often a question was answered with so many points, by nobody. */
  visitor_points: { year: number; practice: 0 | 1; number: number; points: number; answers: number };
  visitor_forms: { year: number; practice: 0 | 1; forms: number };
}
