import type { ServiceStandard } from '../../../electron/contract/standards';
import { dateInWords } from '../../../electron/texts/dates';
import { useTexts } from '../texts';

/** How far a standard is, in words: `Kurang 3 bagian`, `Tinjau paling lambat 2 Maret 2027`. */
export function useStateWords() {
  const { t, language } = useTexts();
  return ({ state, missing, reviewDueOn }: ServiceStandard): string => {
    const date = reviewDueOn === null ? '' : dateInWords(reviewDueOn, language, 'year');
    if (state === 'review_due' && reviewDueOn === null) return t('standards.state.review_due.undated');
    return t(`standards.state.${state}`, { date, count: missing.length });
  };
}
