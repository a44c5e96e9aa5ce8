import {
  IconAdjustmentsHorizontal,
  IconBuildingStore,
  IconCalendarTime,
  IconDatabaseExport,
  IconDesk,
  IconDevices,
  IconDeviceTv,
  IconHandClick,
  IconHistory,
  IconLayoutDashboard,
  IconPlugConnected,
  IconPrinter,
  IconTicket,
  IconUsers,
  IconVolume,
} from '@tabler/icons-react';
import type { OfficeSection } from '../../ui/office/frame/sections';
import { AuditSection } from '../audit/audit-section';
import { BackupsSection } from '../backups/backups-section';
import { ClosuresSection } from '../closures/closures-section';
import { CountersSection } from '../counters/counters-section';
import { DaySection } from '../day/day-section';
import { DesksSection } from '../desks/desks-section';
import { DevicesSection } from '../devices/devices-section';
import { HallSection } from '../hall/hall-section';
import { HomeSection } from '../home/home-section';
import { HoursSection } from '../hours/hours-section';
import { HttpsSection } from '../https/https-section';
import { KioskSection } from '../kiosk/kiosk-section';
import { PeopleSection } from '../people/people-section';
import { PrintersSection } from '../printers/printers-section';
import { DisplaySection } from '../screens/display-section';
import { SlidesSection } from '../screens/slides-section';
import { SetUpSection } from '../set-up/set-up-section';
import type { TextKey } from '../texts';
import { TicketSection } from '../ticket/ticket-section';
import { TokensSection } from '../tokens/tokens-section';
import { VoicesSection } from '../voices/voices-section';

/** The sections in the order of the navigation, which shows exactly these. To add one: add a row. */
export const sections: readonly OfficeSection<TextKey>[] = [
  {
    name: 'section.home',
    icon: IconLayoutDashboard,
    tabs: [
      {
        address: 'ringkasan',
        name: 'section.home',
        roles: ['supervisor', 'admin'],
        page: HomeSection,
      },
      {
        address: 'persiapan',
        name: 'section.setUp',
        roles: ['admin'],
        untilLive: true,
        page: SetUpSection,
      },
    ],
  },
  {
    group: 'group.offer',
    name: 'section.offer',
    icon: IconBuildingStore,
    address: 'gerai',
    former: ['layanan'],
    roles: ['supervisor', 'admin'],
    drafts: ['counter', 'service'],
    page: CountersSection,
  },
  {
    address: 'loket',
    group: 'group.offer',
    name: 'section.desks',
    icon: IconDesk,
    roles: ['supervisor', 'admin'],
    drafts: ['desk'],
    page: DesksSection,
  },
  {
    group: 'group.offer',
    name: 'section.time',
    icon: IconCalendarTime,
    tabs: [
      {
        address: 'jam',
        name: 'section.hours',
        roles: ['supervisor', 'admin'],
        drafts: ['hours'],
        page: HoursSection,
      },
      {
        address: 'libur',
        name: 'section.closures',
        roles: ['supervisor', 'admin'],
        drafts: ['closure'],
        page: ClosuresSection,
      },
      {
        address: 'tanggal',
        name: 'section.day',
        roles: ['supervisor', 'admin'],
        page: DaySection,
      },
    ],
  },
  {
    address: 'kios',
    group: 'group.visitors',
    name: 'section.kiosk',
    icon: IconHandClick,
    roles: ['supervisor', 'admin'],
    drafts: ['settings:kiosk'],
    page: KioskSection,
  },
  {
    address: 'tiket',
    group: 'group.visitors',
    name: 'section.ticket',
    icon: IconTicket,
    roles: ['supervisor', 'admin'],
    drafts: ['ticket-layout'],
    page: TicketSection,
  },
  {
    group: 'group.visitors',
    name: 'section.display',
    icon: IconDeviceTv,
    tabs: [
      {
        address: 'layar',
        name: 'section.display.own',
        roles: ['supervisor', 'admin'],
        drafts: ['settings:display'],
        page: DisplaySection,
      },
      {
        address: 'tayangan',
        name: 'section.slides',
        roles: ['supervisor', 'admin'],
        drafts: ['slide'],
        page: SlidesSection,
      },
    ],
  },
  {
    address: 'suara',
    group: 'group.visitors',
    name: 'section.voices',
    icon: IconVolume,
    roles: ['supervisor', 'admin'],
    drafts: ['settings:voice'],
    page: VoicesSection,
  },
  {
    group: 'group.visitors',
    name: 'section.hall',
    icon: IconAdjustmentsHorizontal,
    tabs: [
      {
        address: 'balai',
        name: 'section.hall',
        roles: ['supervisor', 'admin'],
        drafts: ['settings:hall'],
        page: HallSection,
      },
      {
        address: 'https',
        name: 'section.https',
        roles: ['supervisor', 'admin'],
        wholeHall: true,
        page: HttpsSection,
      },
    ],
  },
  {
    address: 'orang',
    group: 'group.people',
    name: 'section.people',
    icon: IconUsers,
    roles: ['admin'],
    drafts: ['user'],
    page: PeopleSection,
  },
  {
    address: 'printer',
    group: 'group.people',
    name: 'section.printers',
    icon: IconPrinter,
    roles: ['supervisor', 'admin'],
    wholeHall: true,
    drafts: ['printer'],
    page: PrintersSection,
  },
  {
    address: 'perangkat',
    group: 'group.people',
    name: 'section.devices',
    icon: IconDevices,
    roles: ['supervisor', 'admin'],
    wholeHall: true,
    drafts: ['device'],
    page: DevicesSection,
  },
  {
    address: 'cadangan',
    group: 'group.safety',
    name: 'section.backups',
    icon: IconDatabaseExport,
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
    address: 'token',
    group: 'group.safety',
    name: 'section.tokens',
    icon: IconPlugConnected,
    roles: ['admin'],
    drafts: ['token'],
    page: TokensSection,
  },
];
