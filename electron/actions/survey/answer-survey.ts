import { randomBytes } from 'node:crypto';
import type { SurveyForm, SurveyReceipt } from '../../contract/survey';
import { type SurveyElement, surveyElements } from '../../contract/survey';
import { localMinutes } from '../../queue/local-day';
import { Refusal } from '../../queue/refusal';
import { query } from '../../store/store';
import { readJudgedTicket } from '../../store/survey';
import { surveyState } from '../../survey/survey-state';
import { fieldFault } from '../../texts/field-fault';
import type { ActionContext } from '../action';
import { keepMessage } from './keep-message';
import { countPoints, pointsAsked } from './visitor-points';

const noon = 12 * 60;

/**
 * Keeps the judgement of a visit, which nothing leads back to: no ticket, no desk, no moment but the half of the day.
 * Only that the ticket was asked is noted, until its date ends. A message is kept by itself, not with the answers.
 *
 * Returns the message's code and deadline. Refuses `not_found`, `illegal_transition` for a visit that was not served
 * (yet), `already_answered`, `survey_closed` after the ticket's date, and `invalid_request` where nothing is said.
 */
export function answerSurvey(
  context: ActionContext,
  input: { readonly token: string; readonly form: SurveyForm },
): SurveyReceipt {
  const { transaction, businessDate, hall, now } = context;
  const { answers, evaluation, respondent = {}, message } = input.form;
  const ticket = readJudgedTicket(transaction, input.token);
  if (!ticket) throw new Refusal('not_found');
  switch (surveyState(ticket, businessDate)) {
    case 'answered':
      throw new Refusal('already_answered');
    case 'closed':
      throw new Refusal('survey_closed');
    case 'not_served':
      throw new Refusal('illegal_transition');
  }
  const isAnswered = surveyElements.some((element) => answers[element] != null);
  const points = evaluation ? pointsAsked(context, evaluation) : [];
  if (!isAnswered && !message && points.length === 0) {
    throw new Refusal('invalid_request', {
      errors: [{ path: 'answers', fault: fieldFault('empty_survey') }],
    });
  }

  transaction.run(query.insertInto('survey_given').values({ ticketId: ticket.id }));
  const place = { businessDate, serviceId: ticket.serviceId, practice: ticket.practice };
  if (isAnswered) {
    const scores = Object.fromEntries(
      surveyElements.map((element) => [element, answers[element] ?? null]),
    ) as Record<SurveyElement, 1 | 2 | 3 | 4 | null>;
    transaction.run(
      query.insertInto('survey_answers').values({
        id: randomBytes(16).toString('base64url'),
        ...place,
        half: localMinutes(now, hall.settings.timezone) < noon ? 'morning' : 'afternoon',
        ...scores,
        sex: respondent.sex ?? null,
        ageGroup: respondent.ageGroup ?? null,
        education: respondent.education ?? null,
        occupation: respondent.occupation ?? null,
      }),
    );
  }
  if (evaluation && points.length > 0) countPoints(transaction, evaluation.year, ticket.practice, points);
  if (!message) return { message: null };
  const about = { serviceId: ticket.serviceId, practice: ticket.practice, origin: 'survey' } as const;
  return { message: keepMessage(context, message, about) };
}
