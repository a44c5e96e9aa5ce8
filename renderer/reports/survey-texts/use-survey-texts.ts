import { addOfficeTexts, type OfficeTexts, useOfficeTexts } from '../../ui/office/office-texts';
import { english } from './english';
import { indonesian } from './indonesian';

addOfficeTexts('survey', { id: indonesian, en: english });

/** The texts of what visitors said: the index and the complaints. */
export function useSurveyTexts(): OfficeTexts<keyof typeof indonesian> {
  return useOfficeTexts('survey');
}
