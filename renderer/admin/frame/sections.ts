import {
  IconBuildingCommunity,
  IconBuildingStore,
  IconCalendarTime,
  IconClock,
  IconDesk,
  IconLayoutList,
  type IconProps,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { Role } from '../../../electron/contract/staff';
import { CountersSection } from '../counters/counters-section';
import { DaySection } from '../day/day-section';
import { DesksSection } from '../desks/desks-section';
import { HallSection } from '../hall/hall-section';
import { HoursSection } from '../hours/hours-section';
import { ServicesSection } from '../services/services-section';
import type { TextKey } from '../texts/use-texts';

export interface Section {
  /** Behind `#` in the address. */
  readonly address: string;
  readonly name: TextKey;
  readonly icon: ComponentType<IconProps>;
  readonly roles: readonly Role[];
  readonly page: ComponentType;
}

/** The sections in the order of the navigation, which shows exactly these. To add one: add a row. */
export const sections: readonly Section[] = [
  {
    address: 'gerai',
    name: 'section.counters',
    icon: IconBuildingStore,
    roles: ['supervisor', 'admin'],
    page: CountersSection,
  },
  {
    address: 'layanan',
    name: 'section.services',
    icon: IconLayoutList,
    roles: ['supervisor', 'admin'],
    page: ServicesSection,
  },
  {
    address: 'loket',
    name: 'section.desks',
    icon: IconDesk,
    roles: ['supervisor', 'admin'],
    page: DesksSection,
  },
  {
    address: 'jam',
    name: 'section.hours',
    icon: IconClock,
    roles: ['supervisor', 'admin'],
    page: HoursSection,
  },
  {
    address: 'tanggal',
    name: 'section.day',
    icon: IconCalendarTime,
    roles: ['supervisor', 'admin'],
    page: DaySection,
  },
  {
    address: 'balai',
    name: 'section.hall',
    icon: IconBuildingCommunity,
    roles: ['supervisor', 'admin'],
    page: HallSection,
  },
];
