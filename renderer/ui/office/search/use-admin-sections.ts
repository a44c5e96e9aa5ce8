import { catalogue } from '../../../../electron/texts/catalogue';
import type sections from '../../../../electron/texts/id/office/admin-sections.json';
import { adminPlaces } from '../frame/admin-places';
import { useOffice } from '../frame/office-context';
import { isShown, type SectionPlace } from '../frame/sections';
import { useEntranceTexts, useOfficeTexts } from '../office-texts';
import type { SearchRow } from './found-rows';

type TextKey = keyof typeof sections;

const texts = catalogue<typeof sections>(
  import.meta.glob('../../../../electron/texts/*/office/admin-sections.json', {
    eager: true,
    import: 'default',
  }),
);
const places: readonly SectionPlace<TextKey>[] = Object.values(adminPlaces);

/** The admin's sections that the user may see, for the search of any office page. */
export function useAdminSections(): readonly SearchRow[] {
  const { t } = useOfficeTexts(texts);
  const { t: ofOffice } = useEntranceTexts();
  const { site, user } = useOffice();
  return places
    .filter((place) => isShown(place, user, site.practice))
    .map(({ address, name, of }) => ({
      kind: 'section',
      text: t(name),
      context: [ofOffice('places.admin'), ...(of ? [t(of)] : [])].join(', '),
      href: `/admin#${address}`,
    }));
}
