import {
  IconArchive,
  IconChartBar,
  IconChartHistogram,
  IconClipboardCheck,
  IconEar,
  IconFileText,
  IconHourglass,
  IconMessageReport,
  IconMoodSmile,
  IconUserCheck,
  IconUsersPlus,
} from '@tabler/icons-react';
import { lazyPage } from '../../ui/office/frame/lazy-page';
import type { OfficeSection } from '../../ui/office/frame/sections';
import { AccessSection } from '../access/access-section';
import { CompareSection } from '../compare/compare-section';
import { DayReportSection } from '../day/day-report-section';
import { EstimateSection } from '../estimate/estimate-section';
import { KeepingSection } from '../keeping/keeping-section';
import { OverviewSection } from '../overview/overview-section';
import { PresenceSection } from '../presence/presence-section';
import { StaffingSection } from '../staffing/staffing-section';
import type { TextKey } from '../texts';

/** The sections in the order of the navigation, which shows exactly these. To add one: add a row. */
export const sections: readonly OfficeSection<TextKey>[] = [
  {
    address: 'ringkasan',
    name: 'section.overview',
    icon: IconChartBar,
    roles: ['supervisor', 'admin'],
    page: OverviewSection,
  },
  {
    address: 'perbandingan',
    group: 'group.time',
    name: 'section.compare',
    icon: IconChartHistogram,
    roles: ['supervisor', 'admin'],
    page: CompareSection,
  },
  {
    address: 'kehadiran',
    group: 'group.time',
    name: 'section.presence',
    icon: IconUserCheck,
    roles: ['supervisor', 'admin'],
    page: PresenceSection,
  },
  {
    address: 'petugas',
    group: 'group.time',
    name: 'section.staffing',
    icon: IconUsersPlus,
    roles: ['supervisor', 'admin'],
    page: StaffingSection,
  },
  {
    address: 'prakiraan',
    group: 'group.time',
    name: 'section.estimate',
    icon: IconHourglass,
    roles: ['supervisor', 'admin'],
    page: EstimateSection,
  },
  {
    address: 'skm',
    group: 'group.visitors',
    name: 'section.skm',
    icon: IconMoodSmile,
    roles: ['supervisor', 'admin'],
    drafts: ['followUp', 'skmPublication'],
    page: lazyPage(async () => (await import('../skm/skm-section')).SkmSection),
  },
  {
    address: 'aduan',
    group: 'group.visitors',
    name: 'section.complaints',
    icon: IconMessageReport,
    roles: ['supervisor', 'admin'],
    drafts: ['complaint', 'publication'],
    page: lazyPage(async () => (await import('../complaints/complaints-section')).ComplaintsSection),
  },
  {
    address: 'akses',
    group: 'group.visitors',
    name: 'section.access',
    icon: IconEar,
    roles: ['supervisor', 'admin'],
    page: AccessSection,
  },
  {
    address: 'evaluasi',
    group: 'group.visitors',
    name: 'section.evaluation',
    icon: IconClipboardCheck,
    roles: ['supervisor', 'admin'],
    wholeHall: true,
    drafts: ['evaluation'],
    page: lazyPage(async () => (await import('../evaluation/evaluation-section')).EvaluationSection),
  },
  {
    address: 'hari',
    group: 'group.files',
    name: 'section.dayReport',
    icon: IconFileText,
    roles: ['supervisor', 'admin'],
    page: DayReportSection,
  },
  {
    address: 'penyimpanan',
    group: 'group.files',
    name: 'section.keeping',
    icon: IconArchive,
    roles: ['supervisor', 'admin'],
    drafts: ['keeping'],
    page: KeepingSection,
  },
];
