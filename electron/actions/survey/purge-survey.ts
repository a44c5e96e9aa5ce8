import { DateTime } from 'luxon';
import { query } from '../../store/store';
import type { ActionContext } from '../action';

/**
 * Deletes judgements, suggestions and complaints that are older than the hall keeps them (`surveyKeptMonths`).
 * Returns how many rows went.
 */
export function purgeSurvey({ transaction, businessDate, hall }: ActionContext): number {
  const oldest = DateTime.fromISO(businessDate).minus({ months: hall.settings.surveyKeptMonths }).toISODate();
  if (oldest === null) return 0;
  return (
    transaction.run(query.deleteFrom('survey_answers').where('businessDate', '<', oldest)).changes +
    transaction.run(query.deleteFrom('complaints').where('businessDate', '<', oldest)).changes
  );
}
