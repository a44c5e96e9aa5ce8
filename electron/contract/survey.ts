import { z } from 'zod';
import { refusedAs } from '../texts/field-fault';
import { date, id, language, localized, oneLine, someLines } from './common';
import { complaintCodePattern } from './complaint-codes';
import { ticketToken } from './tickets';

/**
 * The nine elements of the satisfaction survey (SKM, PermenPANRB 14/2017). Always by name: sources number the last
 * two differently.
 */
export const surveyElements = [
  'requirements',
  'procedure',
  'time',
  'cost',
  'product',
  'competence',
  'behaviour',
  'facilities',
  'complaints',
] as const;
export type SurveyElement = (typeof surveyElements)[number];

/** 1 (worst) to 4 (best), by the scale of its element: of `cost` 1 is "very expensive" and 4 "free". */
export const score = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
export type Score = z.infer<typeof score>;

const answer = score.nullable().optional();
/** An element that is null or left out was not answered. */
export const surveyAnswers = z.strictObject({
  requirements: answer,
  procedure: answer,
  time: answer,
  cost: answer,
  product: answer,
  competence: answer,
  behaviour: answer,
  facilities: answer,
  complaints: answer,
} satisfies Record<SurveyElement, typeof answer>);
export type SurveyAnswers = z.infer<typeof surveyAnswers>;

export const sexes = ['male', 'female'] as const;
export const ageGroups = ['under_20', '20_29', '30_39', '40_49', '50_59', '60_up'] as const;
export const educations = ['primary', 'junior', 'senior', 'bachelor', 'master', 'doctor'] as const;
export const occupations = ['civil_servant', 'army', 'police', 'private', 'self_employed', 'other'] as const;
/** The two times of day that the regulation's form knows. */
export const halves = ['morning', 'afternoon'] as const;

/** Who answers, as far as that person wants to say; by groups, so that nobody is known by it. */
export const respondent = z.strictObject({
  sex: z.enum(sexes).nullable().optional(),
  ageGroup: z.enum(ageGroups).nullable().optional(),
  education: z.enum(educations).nullable().optional(),
  occupation: z.enum(occupations).nullable().optional(),
});
export type Respondent = z.infer<typeof respondent>;

export const messageLimit = 1_000;
/** What somebody wants to say besides; a complaint gets a deadline and an answer. */
export const message = z.strictObject({
  kind: z.enum(['suggestion', 'complaint']),
  text: someLines().min(3).max(messageLimit),
});

/** A question of an evaluation's instrument to visitors, and 0 to 5 points. */
const visitorAnswer = z.strictObject({
  number: z.number().int().min(1).max(999),
  points: z.number().int().min(0).max(5),
});
/** Answers to the questions of a year's instrument, those alone that were answered. */
export const visitorAnswers = z.strictObject({
  year: z.number().int().min(2020).max(2100),
  answers: z
    .array(visitorAnswer)
    .max(40)
    .refine(
      (answers) => new Set(answers.map(({ number }) => number)).size === answers.length,
      refusedAs('each_once'),
    ),
});
export type VisitorAnswers = z.infer<typeof visitorAnswers>;

export const surveyForm = z.strictObject({
  answers: surveyAnswers,
  /** Counted apart from the answers: nothing says that both are of one visitor. */
  evaluation: visitorAnswers.optional(),
  respondent: respondent.optional(),
  message: message.optional(),
});
export type SurveyForm = z.infer<typeof surveyForm>;

/**
 * `open`: to be answered now; `answered`: done, once is enough; `not_served`: the visit is not over yet, or was not
 * served; `closed`: the ticket is of an earlier day.
 */
export const surveyStates = ['open', 'answered', 'not_served', 'closed'] as const;
export const surveyInvitation = z.strictObject({
  state: z.enum(surveyStates),
  number: z.string(),
  language,
  site: z.strictObject({ name: z.string(), city: z.string(), languages: z.array(language) }),
  counter: localized,
  service: localized,
  /** What else is asked after it, with 0 to 5 points; null: nothing. */
  evaluation: z
    .strictObject({
      year: z.number().int(),
      lowest: localized,
      highest: localized,
      questions: z.array(z.strictObject({ number: z.number().int(), text: localized })),
    })
    .nullable(),
});
export type SurveyInvitation = z.infer<typeof surveyInvitation>;

export const complaintCode = z.string().regex(complaintCodePattern, refusedAs('complaint_code'));

/** What whoever left a message keeps: its code, and by when it is answered (null: a suggestion). */
export const complaintReceipt = z.strictObject({ code: complaintCode, dueOn: date.nullable() });
export type ComplaintReceipt = z.infer<typeof complaintReceipt>;

export const surveyReceipt = z.strictObject({
  /** Where a message was left. */
  message: complaintReceipt.nullable(),
});
export type SurveyReceipt = z.infer<typeof surveyReceipt>;

/** What a tablet at a desk offers: the survey of who was served there just now, or null. */
export const deskSurvey = z.strictObject({
  desk: z.strictObject({ id, label: z.string() }),
  site: z.strictObject({ name: z.string(), city: z.string(), languages: z.array(language) }),
  ticket: z.strictObject({ token: z.string(), number: z.string() }).nullable(),
});
export type DeskSurvey = z.infer<typeof deskSurvey>;

/**
 * `suggestion` has no deadline. Complaints by the kinds of the national system SP4N-LAPOR!: `normative` (what is asked
 * can be told from the rules), `non_supervisory` (the service itself), `supervisory` (somebody is said to have done
 * wrong).
 */
export const complaintKinds = ['suggestion', 'normative', 'non_supervisory', 'supervisory'] as const;
export const complaintKind = z.enum(complaintKinds);
export type ComplaintKind = z.infer<typeof complaintKind>;
/** `forwarded`: passed on to SP4N-LAPOR! or another office, as its answer says. */
export const complaintStatuses = ['new', 'in_progress', 'answered', 'forwarded'] as const;
export const complaintStatus = z.enum(complaintStatuses);
export type ComplaintStatus = z.infer<typeof complaintStatus>;

/**
 * How a message came: with the judgement of a visit that was served, by somebody with a ticket, or without one, from
 * whoever came in vain, was refused or never took a number.
 */
export const complaintOrigins = ['survey', 'ticket', 'open'] as const;
export type ComplaintOrigin = (typeof complaintOrigins)[number];

/** A message by itself, of somebody with or without a ticket. */
export const newComplaint = message.extend({
  /** The ticket that it is about: says which counter and service. */
  ticket: ticketToken.optional(),
  /** The counter that it is about; neither this nor a ticket: the hall. */
  counterId: id.optional(),
});
export type NewComplaint = z.infer<typeof newComplaint>;

/** The number by which the national system SP4N-LAPOR! follows a complaint: `#8213907`. */
export const sp4nNumber = oneLine()
  .min(3)
  .max(40)
  .regex(/^[#0-9A-Za-z][0-9A-Za-z ./-]*$/, refusedAs('sp4n_number'));

/** How far a complaint is at SP4N-LAPOR!, as its handler read it there. */
export const sp4nStates = ['waiting', 'in_progress', 'finished'] as const;
export const sp4nState = z.enum(sp4nStates);
export type Sp4nState = z.infer<typeof sp4nState>;

/** A message as whoever left it sees it by its code. */
export const complaint = z.strictObject({
  code: complaintCode,
  receivedOn: date,
  kind: complaintKind,
  text: z.string(),
  status: complaintStatus,
  answer: z.string().nullable(),
  dueOn: date.nullable(),
  answeredOn: date.nullable(),
  /** The number by which SP4N-LAPOR! follows it, where it was passed on there. */
  sp4nNumber: z.string().nullable(),
  /** How far it is there; null where it has no number there. */
  sp4nState: sp4nState.nullable(),
  /** What it is about; both null: the hall. */
  counter: localized.nullable(),
  service: localized.nullable(),
});
export type Complaint = z.infer<typeof complaint>;

export const listedComplaint = complaint.extend({
  version: z.number().int(),
  origin: z.enum(complaintOrigins),
  counterId: id.nullable(),
  /** Working days left until its deadline, negative when it has passed; null: answered, or none. */
  daysLeft: z.number().int().nullable(),
});
export type ListedComplaint = z.infer<typeof listedComplaint>;

export const complaintList = z.strictObject({
  complaints: z.array(listedComplaint),
  /** Pass it as `cursor` for the next ones; null: these were the last. */
  next: z.string().nullable(),
  /** Of all that the reader reaches: not answered yet, and of these past their deadline. */
  open: z.number().int(),
  overdue: z.number().int(),
});
export type ComplaintList = z.infer<typeof complaintList>;

export const complaintQuery = z.strictObject({
  status: z.enum(['open', 'all']).optional(),
  counterId: id.optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
  cursor: z
    .string()
    .regex(/^\d{4}-\d\d-\d\d\.[0-9A-Z-]{14}$/, refusedAs('cursor'))
    .optional(),
});

/** The counts that the ministry's form asks of a period's complaints, by the day on which they came. */
export const complaintCounts = z.strictObject({
  from: date,
  to: date,
  received: z.number().int(),
  finished: z.number().int(),
  /** Those whose number at SP4N-LAPOR! was noted; what came in there alone is unknown here. */
  sp4nReceived: z.number().int(),
  sp4nFinished: z.number().int(),
  /** What came before this day is deleted and isn't counted; null: all of the period is kept. */
  forgottenBefore: date.nullable(),
});
export type ComplaintCounts = z.infer<typeof complaintCounts>;

export const complaintChange = z.strictObject({
  kind: complaintKind.optional(),
  status: complaintStatus.optional(),
  answer: someLines().min(1).max(2_000).nullable().optional(),
  sp4nNumber: sp4nNumber.nullable().optional(),
  /** Only with a number; a number without it waits there. */
  sp4nState: sp4nState.nullable().optional(),
});
export type ComplaintChange = z.infer<typeof complaintChange>;

export const grades = ['A', 'B', 'C', 'D'] as const;
export type Grade = (typeof grades)[number];
const grade = z.enum(grades).nullable();
const count = z.number().int();
/** 25.00 … 100.00; null: an element was answered by nobody. */
const index = z.number().nullable();

const group = {
  /** Forms of the period with at least one element answered. */
  forms: count,
  /** Tickets served in the period: those who could have answered. */
  served: count,
  /** How many forms stand for so many, by Krejcie and Morgan. */
  sampleNeeded: count,
  index,
  grade,
};

export const elementResult = z.strictObject({
  element: z.enum(surveyElements),
  /** Forms that answered 1, 2, 3 and 4. */
  counts: z.tuple([count, count, count, count]),
  /** Forms that left it blank; they are not part of its mean. */
  blank: count,
  /** 1 … 4, to four places; null: answered by nobody. */
  mean: z.number().nullable(),
  index,
  grade,
});
export type ElementResult = z.infer<typeof elementResult>;

const tally = <Keys extends readonly [string, ...string[]]>(keys: Keys) =>
  z.array(z.strictObject({ value: z.enum(keys).nullable(), forms: count }));

/** The satisfaction index of a period, and what it is made of. */
export const skmReport = z.strictObject({
  from: date,
  to: date,
  counterId: id.nullable(),
  ...group,
  /** The lowest mean first: where improving helps most. */
  elements: z.array(elementResult),
  byCounter: z.array(z.strictObject({ id, code: z.string(), name: localized, ...group })),
  byService: z.array(z.strictObject({ id, counterId: id, name: localized, ...group })),
  /** By months: `2026-11`. */
  byMonth: z.array(z.strictObject({ month: z.string(), ...group })),
  /** Null: not said. */
  profile: z.strictObject({
    sex: tally(sexes),
    ageGroup: tally(ageGroups),
    education: tally(educations),
    occupation: tally(occupations),
    half: tally(halves),
  }),
  messages: z.strictObject({ suggestions: count, complaints: count, answered: count, overdue: count }),
});
export type SkmReport = z.infer<typeof skmReport>;

export const skmQuery = z.strictObject({ from: date, to: date, counterId: id.optional() });
