import { entranceEnglish } from '../../ui/office/entrance-texts';
import type { indonesian } from './indonesian';

/** English may also have the singular (`_one`) of a text that counts. */
export const english: Record<keyof typeof indonesian, string> & Record<string, string> = {
  ...entranceEnglish,
  page: 'Antre reports',
  'onlyManagers.title': 'Reports',
  'onlyManagers.sentence': 'This page is for admins and supervisors.',

  'section.overview': 'Overview',

  'period.label': 'Period',
  'period.today': 'Today',
  'period.yesterday': 'Yesterday',
  'period.week': 'Last 7 days',
  'period.month': 'This month',
  'period.lastMonth': 'Last month',
  'period.year': 'This year',
  'period.lastYear': 'Last year',
  'period.chosen': 'Choose dates',
  'period.from': 'From',
  'period.to': 'To',
};
