import {
  type SettingSection,
  settingFields,
  settingWords,
} from '../../../../electron/contract/setting-words';
import { useRoute } from '../../../client/use-route';
import { useOffice } from '../frame/office-context';
import { useEntranceTexts } from '../office-texts';
import type { SearchRow } from './found-rows';

/** Where the settings of each section are set. */
const places: Readonly<Record<SettingSection, string>> = {
  hall: 'balai',
  kiosk: 'kios',
  display: 'layar',
  voice: 'suara',
  standards: 'maklumat',
};

/** What the search finds besides the page's own sections, as far as the user may see it; asked once it is opened. */
export function useSearchRows(): readonly SearchRow[] {
  const { t, local, language } = useEntranceTexts();
  const { user } = useOffice();
  const { data: menu = [] } = useRoute('counters');
  const { data: desks = [] } = useRoute('desks');
  const { data: people = [] } = useRoute('users', user.role === 'admin' ? {} : null);
  const counters = menu.filter(({ id }) => user.counterIds?.includes(id) ?? true);
  return [
    ...counters.map(
      ({ id, code, name, agency }): SearchRow => ({
        kind: 'counter',
        text: local(name),
        context: agency,
        href: `/admin#gerai?pilih=${id}`,
        code,
      }),
    ),
    ...counters.flatMap((counter) =>
      counter.services.map(
        ({ id, name }): SearchRow => ({
          kind: 'service',
          text: local(name),
          context: local(counter.name),
          href: `/admin#gerai?layanan=${id}`,
        }),
      ),
    ),
    ...desks.map(
      ({ id, label, counter }): SearchRow => ({
        kind: 'desk',
        text: t('desk', { label }),
        context: local(counter.name),
        href: `/admin#loket?pilih=${id}`,
        code: label,
      }),
    ),
    ...people.map(
      ({ id, displayName, username, role }): SearchRow => ({
        kind: 'person',
        text: displayName,
        context: `${username}, ${t(`role.${role}`)}`,
        href: `/admin#orang?pilih=${id}`,
      }),
    ),
    ...Object.entries(settingFields).flatMap(([key, { section }]): SearchRow[] => {
      if (section === null) return [];
      const { label, help } = settingWords(key as keyof typeof settingFields, language);
      return [
        {
          kind: 'setting',
          text: label,
          context: help ?? '',
          href: `/admin#${places[section]}?isian=${key}`,
        },
      ];
    }),
  ];
}
