import { catalogue, type Translate as TranslateOf } from '../../electron/texts/catalogue';
import type entrance from '../../electron/texts/id/office/entrance.json';
import type staff from '../../electron/texts/id/office/staff.json';
import type staffBreaks from '../../electron/texts/id/office/staff-breaks.json';
import type staffHall from '../../electron/texts/id/office/staff-hall.json';
import type staffHelp from '../../electron/texts/id/office/staff-help.json';
import type staffNumbers from '../../electron/texts/id/office/staff-numbers.json';
import { useOfficeTexts } from '../ui/office/office-texts';

type Texts = typeof entrance &
  typeof staff &
  typeof staffBreaks &
  typeof staffHall &
  typeof staffHelp &
  typeof staffNumbers;

const texts = catalogue<Texts>(
  import.meta.glob('../../electron/texts/*/office/{staff*,entrance}.json', {
    eager: true,
    import: 'default',
  }),
);

export type TextKey = keyof Texts;
export type Translate = TranslateOf<TextKey>;

/** The texts of the officers' page. */
export function useTexts() {
  return useOfficeTexts(texts);
}
