import { catalogue } from '../../electron/texts/catalogue';
import type centre from '../../electron/texts/id/office/centre.json';
import type entrance from '../../electron/texts/id/office/entrance.json';
import type reportColumns from '../../electron/texts/id/office/report-columns.json';
import type surveyResults from '../../electron/texts/id/office/survey-results.json';
import { useOfficeTexts } from '../ui/office/office-texts';

type Texts = typeof centre & typeof entrance & typeof reportColumns;

const texts = catalogue<Texts>(
  import.meta.glob('../../electron/texts/*/office/{centre,entrance,report-columns}.json', {
    eager: true,
    import: 'default',
  }),
);

const surveyTexts = catalogue<typeof surveyResults>(
  import.meta.glob('../../electron/texts/*/office/survey-results.json', { eager: true, import: 'default' }),
);

export type TextKey = keyof Texts;

/** The texts of the centre's page. */
export function useTexts() {
  return useOfficeTexts(texts);
}

/** The names of what visitors judge. */
export function useSurveyTexts() {
  return useOfficeTexts(surveyTexts);
}
