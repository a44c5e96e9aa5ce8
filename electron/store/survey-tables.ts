import type { Generated } from 'kysely';
import type { publicationStates } from '../contract/publication';
import type {
  ageGroups,
  ComplaintKind,
  ComplaintOrigin,
  ComplaintStatus,
  educations,
  Grade,
  halves,
  occupations,
  Score,
  Sp4nState,
  SurveyElement,
  sexes,
} from '../contract/survey';

/** What visitors said after they were served, or in vain, and what is done about it. */
export interface SurveyTables {
  survey_given: { ticketId: number };
  survey_answers: {
    id: string;
    businessDate: string;
    half: (typeof halves)[number];
    serviceId: number;
    practice: 0 | 1;
    sex: (typeof sexes)[number] | null;
    ageGroup: (typeof ageGroups)[number] | null;
    education: (typeof educations)[number] | null;
    occupation: (typeof occupations)[number] | null;
  } & Record<SurveyElement, Score | null>;
  complaints: {
    code: string;
    businessDate: string;
    /** Both null: about the hall. */
    counterId: number | null;
    serviceId: number | null;
    origin: ComplaintOrigin;
    practice: 0 | 1;
    kind: ComplaintKind;
    text: string;
    status: ComplaintStatus;
    answer: string | null;
    sp4nNumber: string | null;
    /** Null: it has no number there. */
    sp4nState: Sp4nState | null;
    dueDate: string | null;
    answeredDate: string | null;
    version: Generated<number>;
  };
  published_answers: {
    id: Generated<number>;
    /** The complaint's; null once that is forgotten. */
    code: string | null;
    counterId: number | null;
    month: string;
    practice: 0 | 1;
    question: string;
    answer: string;
    state: (typeof publicationStates)[number];
    writtenBy: number;
    writtenAt: number;
    publishedBy: number | null;
    publishedAt: number | null;
    withdrawnBy: number | null;
    withdrawnAt: number | null;
    version: Generated<number>;
  };
  published_skm: {
    id: Generated<number>;
    fromDate: string;
    toDate: string;
    practice: 0 | 1;
    forms: number;
    sampleNeeded: number;
    skmIndex: number;
    grade: Grade;
    elementsJson: string;
    actionsJson: string;
    state: (typeof publicationStates)[number];
    writtenBy: number;
    writtenAt: number;
    publishedBy: number | null;
    publishedAt: number | null;
    withdrawnBy: number | null;
    withdrawnAt: number | null;
    /** Since when it hangs on paper in the hall. */
    postedDate: string | null;
    version: Generated<number>;
  };
  follow_ups: {
    id: Generated<number>;
    fromDate: string;
    toDate: string;
    reportedDate: string;
    /** Null: it follows from what visitors wrote. */
    element: SurveyElement | null;
    action: string;
    owner: string;
    dueDate: string;
    /** Both or none. */
    doneDate: string | null;
    proof: string | null;
    version: Generated<number>;
  };
}
