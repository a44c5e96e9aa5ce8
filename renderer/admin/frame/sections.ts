import {
  IconBuildingCommunity,
  IconBuildingStore,
  IconCalendarTime,
  IconClock,
  IconDesk,
  IconLayoutList,
} from '@tabler/icons-react';
import type { OfficeSection } from '../../ui/office/office-frame';
import { CountersSection } from '../counters/counters-section';
import { DaySection } from '../day/day-section';
import { DesksSection } from '../desks/desks-section';
import { HallSection } from '../hall/hall-section';
import { HoursSection } from '../hours/hours-section';
import { ServicesSection } from '../services/services-section';
import type { TextKey } from '../texts/use-texts';

/** The sections in the order of the navigation, which shows exactly these. To add one: add a row. */
export const sections: readonly OfficeSection<TextKey>[] = [
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
