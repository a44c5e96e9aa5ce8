import {
  IconAdjustmentsHorizontal,
  IconBuildingStore,
  IconCalendarTime,
  IconDatabaseExport,
  IconDesk,
  IconDevices,
  IconDeviceTv,
  IconHandClick,
  IconHeartbeat,
  IconHistory,
  IconLayoutDashboard,
  IconPlugConnected,
  IconPrinter,
  IconTicket,
  IconUsers,
  IconVolume,
} from '@tabler/icons-react';
import { adminPlaces } from '../../ui/office/frame/admin-places';
import { lazyPage } from '../../ui/office/frame/lazy-page';
import type { OfficeSection } from '../../ui/office/frame/sections';
import type { TextKey } from '../texts';

/** The sections in the order of the navigation, which shows exactly these. To add one: add a row. */
export const sections: readonly OfficeSection<TextKey>[] = [
  {
    name: 'section.home',
    icon: IconLayoutDashboard,
    tabs: [
      {
        ...adminPlaces.ringkasan,
        page: lazyPage(async () => (await import('../home/home-section')).HomeSection),
      },
      {
        ...adminPlaces.persiapan,
        drafts: ['settings:set-up'],
        page: lazyPage(async () => (await import('../set-up/set-up-section')).SetUpSection),
      },
    ],
  },
  {
    group: 'group.offer',
    name: 'section.offer',
    icon: IconBuildingStore,
    tabs: [
      {
        ...adminPlaces.gerai,
        former: ['layanan'],
        drafts: ['counter', 'service'],
        page: lazyPage(async () => (await import('../counters/counters-section')).CountersSection),
      },
      {
        ...adminPlaces.standar,
        drafts: ['standard'],
        page: lazyPage(async () => (await import('../standards/standards-section')).StandardsSection),
      },
      {
        ...adminPlaces.maklumat,
        drafts: ['settings:standards'],
        page: lazyPage(async () => (await import('../standards/maklumat-section')).MaklumatSection),
      },
    ],
  },
  {
    ...adminPlaces.loket,
    group: 'group.offer',
    icon: IconDesk,
    drafts: ['desk'],
    page: lazyPage(async () => (await import('../desks/desks-section')).DesksSection),
  },
  {
    group: 'group.offer',
    name: 'section.time',
    icon: IconCalendarTime,
    tabs: [
      {
        ...adminPlaces.jam,
        drafts: ['hours'],
        page: lazyPage(async () => (await import('../hours/hours-section')).HoursSection),
      },
      {
        ...adminPlaces.libur,
        drafts: ['closure'],
        page: lazyPage(async () => (await import('../closures/closures-section')).ClosuresSection),
      },
      {
        ...adminPlaces.tanggal,
        page: lazyPage(async () => (await import('../day/day-section')).DaySection),
      },
    ],
  },
  {
    ...adminPlaces.kios,
    group: 'group.visitors',
    icon: IconHandClick,
    drafts: ['settings:kiosk'],
    page: lazyPage(async () => (await import('../kiosk/kiosk-section')).KioskSection),
  },
  {
    ...adminPlaces.tiket,
    group: 'group.visitors',
    icon: IconTicket,
    drafts: ['ticket-layout'],
    page: lazyPage(async () => (await import('../ticket/ticket-section')).TicketSection),
  },
  {
    group: 'group.visitors',
    name: 'section.display',
    icon: IconDeviceTv,
    tabs: [
      {
        ...adminPlaces.layar,
        drafts: ['settings:display'],
        page: lazyPage(async () => (await import('../screens/display-section')).DisplaySection),
      },
      {
        ...adminPlaces.tayangan,
        drafts: ['slide'],
        page: lazyPage(async () => (await import('../screens/slides-section')).SlidesSection),
      },
    ],
  },
  {
    ...adminPlaces.suara,
    group: 'group.visitors',
    icon: IconVolume,
    drafts: ['settings:voice'],
    page: lazyPage(async () => (await import('../voices/voices-section')).VoicesSection),
  },
  {
    group: 'group.visitors',
    name: 'section.hall',
    icon: IconAdjustmentsHorizontal,
    tabs: [
      {
        ...adminPlaces.balai,
        drafts: ['settings:hall'],
        page: lazyPage(async () => (await import('../hall/hall-section')).HallSection),
      },
      {
        ...adminPlaces.https,
        page: lazyPage(async () => (await import('../https/https-section')).HttpsSection),
      },
    ],
  },
  {
    ...adminPlaces.orang,
    group: 'group.people',
    icon: IconUsers,
    drafts: ['user'],
    page: lazyPage(async () => (await import('../people/people-section')).PeopleSection),
  },
  {
    ...adminPlaces.printer,
    group: 'group.people',
    icon: IconPrinter,
    drafts: ['printer'],
    page: lazyPage(async () => (await import('../printers/printers-section')).PrintersSection),
  },
  {
    ...adminPlaces.perangkat,
    group: 'group.people',
    icon: IconDevices,
    drafts: ['device'],
    page: lazyPage(async () => (await import('../devices/devices-section')).DevicesSection),
  },
  {
    group: 'group.safety',
    name: 'section.backups',
    icon: IconDatabaseExport,
    tabs: [
      {
        ...adminPlaces.cadangan,
        page: lazyPage(async () => (await import('../backups/backups-section')).BackupsSection),
      },
      {
        ...adminPlaces.nomorKertas,
        page: lazyPage(async () => (await import('../paper/paper-section')).PaperSection),
      },
    ],
  },
  {
    ...adminPlaces.kesehatan,
    group: 'group.safety',
    icon: IconHeartbeat,
    page: lazyPage(async () => (await import('../health/health-section')).HealthSection),
  },
  {
    ...adminPlaces.riwayat,
    group: 'group.safety',
    icon: IconHistory,
    page: lazyPage(async () => (await import('../audit/audit-section')).AuditSection),
  },
  {
    group: 'group.safety',
    name: 'section.tokens',
    icon: IconPlugConnected,
    tabs: [
      {
        ...adminPlaces.token,
        drafts: ['token'],
        page: lazyPage(async () => (await import('../tokens/tokens-section')).TokensSection),
      },
      {
        ...adminPlaces.pusat,
        page: lazyPage(async () => (await import('../centre/centre-section')).CentreSection),
      },
    ],
  },
];
