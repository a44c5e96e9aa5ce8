import { query } from '../../store/store';
import { oldestSurveyDate } from '../../store/survey';
import type { ActionContext } from '../action';
import { letGoOfForgotten } from './publications';

/**
 * Deletes judgements, suggestions and complaints that are older than the hall keeps them (`surveyKeptMonths`).
 * Returns how many rows went.
 */
export function purgeSurvey({ transaction, businessDate, hall }: ActionContext): number {
  const oldest = oldestSurveyDate(hall, businessDate);
  return (
    transaction.run(query.deleteFrom('survey_answers').where('businessDate', '<', oldest)).changes +
    transaction.run(query.deleteFrom('complaints').where('businessDate', '<', oldest)).changes +
    letGoOfForgotten(transaction)
  );
}
