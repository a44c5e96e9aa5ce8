import { catalogue } from '../../../electron/texts/catalogue';
import type indonesian from '../../../electron/texts/id/office/evaluation.json';
import { useOfficeTexts } from '../../ui/office/office-texts';

const texts = catalogue<typeof indonesian>(
  import.meta.glob('../../../electron/texts/*/office/evaluation.json', { eager: true, import: 'default' }),
);

/** The texts of the evaluation, which come with its page. */
export function useEvaluationTexts() {
  return useOfficeTexts(texts);
}
