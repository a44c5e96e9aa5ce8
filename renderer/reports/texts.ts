import { catalogue } from '../../electron/texts/catalogue';
import type entrance from '../../electron/texts/id/office/entrance.json';
import type overview from '../../electron/texts/id/office/overview.json';
import type reportColumns from '../../electron/texts/id/office/report-columns.json';
import type reports from '../../electron/texts/id/office/reports.json';
import type surveyResults from '../../electron/texts/id/office/survey-results.json';
import type skmResults from '../../electron/texts/id/skm-results.json';
import { useOfficeTexts } from '../ui/office/office-texts';

type Texts = typeof entrance & typeof overview & typeof reports & typeof reportColumns;

const texts = catalogue<Texts>(
  import.meta.glob('../../electron/texts/*/office/{reports,report-columns,overview,entrance}.json', {
    eager: true,
    import: 'default',
  }),
);

const surveyTexts = catalogue<typeof surveyResults>(
  import.meta.glob('../../electron/texts/*/office/survey-results.json', { eager: true, import: 'default' }),
);

export type TextKey = keyof Texts;

/** The texts of the reports' page. */
export function useTexts() {
  return useOfficeTexts(texts);
}

/** The texts of what visitors said: the index and the complaints. */
export function useSurveyTexts() {
  return useOfficeTexts(surveyTexts);
}

const skmTexts = catalogue<typeof skmResults>(
  import.meta.glob('../../electron/texts/*/skm-results.json', { eager: true, import: 'default' }),
);

/** The words in which visitors read the survey's result. */
export function useSkmTexts() {
  return useOfficeTexts(skmTexts);
}
