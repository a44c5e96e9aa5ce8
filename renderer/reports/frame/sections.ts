import { IconChartBar } from '@tabler/icons-react';
import type { OfficeSection } from '../../ui/office/office-frame';
import { OverviewSection } from '../overview/overview-section';
import type { TextKey } from '../texts/use-texts';

/** The sections in the order of the navigation, which shows exactly these. To add one: add a row. */
export const sections: readonly OfficeSection<TextKey>[] = [
  {
    address: 'ringkasan',
    name: 'section.overview',
    icon: IconChartBar,
    roles: ['supervisor', 'admin'],
    page: OverviewSection,
  },
];
