import {
  IconBuildingCommunity,
  IconBuildingStore,
  IconCalendarOff,
  IconCalendarTime,
  IconClock,
  IconDatabase,
  IconDesk,
  IconDevices,
  IconDeviceTv,
  IconHandClick,
  IconHistory,
  IconLayoutList,
  IconListCheck,
  IconLock,
  IconPhoto,
  IconPlugConnected,
  IconPrinter,
  IconTicket,
  IconUsers,
  IconVolume,
} from '@tabler/icons-react';
import type { OfficeSection } from '../../ui/office/office-frame';
import { AuditSection } from '../audit/audit-section';
import { BackupsSection } from '../backups/backups-section';
import { ClosuresSection } from '../closures/closures-section';
import { CountersSection } from '../counters/counters-section';
import { DaySection } from '../day/day-section';
import { DesksSection } from '../desks/desks-section';
import { DevicesSection } from '../devices/devices-section';
import { HallSection } from '../hall/hall-section';
import { HoursSection } from '../hours/hours-section';
import { HttpsSection } from '../https/https-section';
import { KioskSection } from '../kiosk/kiosk-section';
import { PeopleSection } from '../people/people-section';
import { PrintersSection } from '../printers/printers-section';
import { DisplaySection } from '../screens/display-section';
import { SlidesSection } from '../screens/slides-section';
import { ServicesSection } from '../services/services-section';
import { SetUpSection } from '../set-up/set-up-section';
import type { TextKey } from '../texts';
import { TicketSection } from '../ticket/ticket-section';
import { TokensSection } from '../tokens/tokens-section';
import { VoicesSection } from '../voices/voices-section';

/** Before the others until the hall goes live. */
export const setUp: OfficeSection<TextKey> = {
  address: 'persiapan',
  name: 'section.setUp',
  icon: IconListCheck,
  roles: ['admin'],
  page: SetUpSection,
};

/** The sections in the order of the navigation, which shows exactly these. To add one: add a row. */
export const sections: readonly OfficeSection<TextKey>[] = [
  {
    address: 'gerai',
    group: 'group.offer',
    name: 'section.counters',
    icon: IconBuildingStore,
    roles: ['supervisor', 'admin'],
    page: CountersSection,
  },
  {
    address: 'layanan',
    group: 'group.offer',
    name: 'section.services',
    icon: IconLayoutList,
    roles: ['supervisor', 'admin'],
    page: ServicesSection,
  },
  {
    address: 'loket',
    group: 'group.offer',
    name: 'section.desks',
    icon: IconDesk,
    roles: ['supervisor', 'admin'],
    page: DesksSection,
  },
  {
    address: 'jam',
    group: 'group.time',
    name: 'section.hours',
    icon: IconClock,
    roles: ['supervisor', 'admin'],
    page: HoursSection,
  },
  {
    address: 'libur',
    group: 'group.time',
    name: 'section.closures',
    icon: IconCalendarOff,
    roles: ['supervisor', 'admin'],
    page: ClosuresSection,
  },
  {
    address: 'tanggal',
    group: 'group.time',
    name: 'section.day',
    icon: IconCalendarTime,
    roles: ['supervisor', 'admin'],
    page: DaySection,
  },
  {
    address: 'balai',
    group: 'group.visitors',
    name: 'section.hall',
    icon: IconBuildingCommunity,
    roles: ['supervisor', 'admin'],
    page: HallSection,
  },
  {
    address: 'tiket',
    group: 'group.visitors',
    name: 'section.ticket',
    icon: IconTicket,
    roles: ['supervisor', 'admin'],
    page: TicketSection,
  },
  {
    address: 'layar',
    group: 'group.visitors',
    name: 'section.display',
    icon: IconDeviceTv,
    roles: ['supervisor', 'admin'],
    page: DisplaySection,
  },
  {
    address: 'tayangan',
    group: 'group.visitors',
    name: 'section.slides',
    icon: IconPhoto,
    roles: ['supervisor', 'admin'],
    page: SlidesSection,
  },
  {
    address: 'kios',
    group: 'group.visitors',
    name: 'section.kiosk',
    icon: IconHandClick,
    roles: ['supervisor', 'admin'],
    page: KioskSection,
  },
  {
    address: 'suara',
    group: 'group.visitors',
    name: 'section.voices',
    icon: IconVolume,
    roles: ['supervisor', 'admin'],
    page: VoicesSection,
  },
  {
    address: 'orang',
    group: 'group.people',
    name: 'section.people',
    icon: IconUsers,
    roles: ['admin'],
    page: PeopleSection,
  },
  {
    address: 'perangkat',
    group: 'group.people',
    name: 'section.devices',
    icon: IconDevices,
    roles: ['supervisor', 'admin'],
    wholeHall: true,
    page: DevicesSection,
  },
  {
    address: 'printer',
    group: 'group.people',
    name: 'section.printers',
    icon: IconPrinter,
    roles: ['supervisor', 'admin'],
    wholeHall: true,
    page: PrintersSection,
  },
  {
    address: 'cadangan',
    group: 'group.safety',
    name: 'section.backups',
    icon: IconDatabase,
    roles: ['admin'],
    page: BackupsSection,
  },
  {
    address: 'riwayat',
    group: 'group.safety',
    name: 'section.audit',
    icon: IconHistory,
    roles: ['admin'],
    page: AuditSection,
  },
  {
    address: 'https',
    group: 'group.safety',
    name: 'section.https',
    icon: IconLock,
    roles: ['supervisor', 'admin'],
    wholeHall: true,
    page: HttpsSection,
  },
  {
    address: 'token',
    group: 'group.safety',
    name: 'section.tokens',
    icon: IconPlugConnected,
    roles: ['admin'],
    page: TokensSection,
  },
];
