import {
  addOfficeTexts,
  type OfficeTexts,
  type OfficeTranslate,
  useOfficeTexts,
} from '../../ui/office/office-texts';
import { english } from './english';
import { indonesian } from './indonesian';

export type Translate = OfficeTranslate<keyof typeof indonesian>;
export type TextKey = Parameters<Translate>[0];

addOfficeTexts('reports', { id: indonesian, en: english });

export function useTexts(): OfficeTexts<keyof typeof indonesian> {
  return useOfficeTexts('reports');
}
