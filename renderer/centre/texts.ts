import { catalogue } from '../../electron/texts/catalogue';
import type centre from '../../electron/texts/id/office/centre.json';
import type entrance from '../../electron/texts/id/office/entrance.json';
import { useOfficeTexts } from '../ui/office/office-texts';

type Texts = typeof centre & typeof entrance;

const texts = catalogue<Texts>(
  import.meta.glob('../../electron/texts/*/office/{centre,entrance}.json', {
    eager: true,
    import: 'default',
  }),
);

export type TextKey = keyof Texts;

/** The texts of the centre's page. */
export function useTexts() {
  return useOfficeTexts(texts);
}
