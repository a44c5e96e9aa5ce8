import { entranceEnglish } from '../../ui/office/entrance-texts';
import type { indonesian } from './indonesian';

/** English may also have the singular (`_one`) of a text that counts. */
export const english: Record<keyof typeof indonesian, string> & Record<string, string> = {
  ...entranceEnglish,
  page: 'Antre reports',
  'onlyManagers.title': 'Reports',
  'onlyManagers.sentence': 'This page is for admins and supervisors.',

  'section.overview': 'Overview',

  nothing: 'No numbers were taken in this period yet.',
  minutes: 'min',

  'section.compare': 'Comparison',
  'section.presence': 'Presence',
  'section.dayReport': 'Day report',
  'section.keeping': 'Keeping',

  'figure.issued': 'Numbers taken',
  'figure.served': 'Served',
  'figure.noShow': 'Did not come',
  'figure.cancelled': 'Cancelled',
  'figure.void': 'Not printed',
  'figure.transferred': 'Sent on',
  'figure.inHall': 'Still in the hall',
  'figure.waitMedian': 'Wait median',
  'figure.waitP90': 'Wait P90',
  'figure.serviceMedian': 'Service median',
  'figure.serviceP90': 'Service P90',
  'total.wait': 'Wait (median)',
  'total.service': 'Service (median)',
  'total.p90': '9 of 10 people: at most {{time}}',

  'by.day': 'Date',
  'by.hour': 'Hour',
  'by.weekday': 'Weekday',
  'by.counter': 'Counter',
  'by.service': 'Service',
  'by.desk': 'Desk',
  'by.user': 'Officer',

  'table.search': 'Search',
  'table.download': 'Download {{format}}',
  'table.noneFound': 'Nothing fits the search.',
  'table.caption': 'Figures by {{by}}',

  'waits.title': 'Waits over the day',
  'waits.sentence':
    'By the hour in which visitors came. Median: half of them waited at most so long. P90: nine of ten.',
  'heat.title': 'Weekdays and hours',
  'heat.issued': 'How many numbers were taken. The darker, the busier.',
  'heat.minutes': 'Waits in minutes. The darker, the longer.',
  'heat.figure': 'Figure on the map',

  'compare.title': 'By {{by}}',
  'compare.by': 'Compare by',
  'compare.measure': 'Measure in the chart',
  'compare.counter': 'Only this counter',
  'compare.allCounters': 'All counters',
  'compare.waits': 'Waits in minutes: the median, and P90 (nine of ten visitors).',
  'compare.numbers': 'How many were served, and how many did not come.',
  'compare.most': 'The chart shows the {{count}} largest; the table has all.',
  'compare.latest': 'The chart shows the {{count}} latest; the table has all.',
  'measure.waits': 'Waits',
  'measure.numbers': 'Numbers',

  'presence.title': "Institutions' presence in opening hours",
  'presence.sentence':
    'Opening hours without breaks, beside the time with at least one officer at a desk. Days without a single number are not counted.',
  'presence.there': 'Serving',
  'presence.break': 'There, on a break',
  'presence.nobody': 'Nobody there',
  'presence.share': 'Present',
  'presence.days': 'Days open',
  'presence.daysAbsent': 'Days without anybody',
  'presence.promised': 'Opening hours',
  'presence.present': 'Time present',
  'presence.paused': 'Of it on a break',
  'presence.late': 'Late',

  'dayReport.date': 'Date of the report',
  'dayReport.print': 'Print',
  'dayReport.of': 'Day report of {{hall}}',
  'dayReport.printedAt': 'Printed {{date}} at {{time}}',
  'dayReport.sofar': 'The day is not over: figures until {{time}}.',
  'dayReport.counters': 'Counters',
  'dayReport.hours': 'Hours of arrival',
  'dayReport.presence': 'Presence',
  'dayReport.signature': 'Seen by,',

  'keeping.save': 'Save day reports by itself',
  'keeping.save.help':
    "Once a day is over, its report is saved as an XLSX file in the folder reports on Antre's computer.",
  'keeping.purge': 'Remove the detail of old numbers',
  'keeping.purge.help':
    'The detail of each number (times, desk, officer) is removed after this time. The figures of the days stay.',
  'keeping.months': 'Kept for how many months',
  'keeping.months.unit': 'months',
  'keeping.forever': 'The detail of numbers is never removed.',
  'keeping.set': 'Save',
  'keeping.saved': 'Saved.',
  'keeping.readOnly': 'Only admins can change this part.',
  'keeping.noData':
    'Antre keeps no names, identity numbers or telephone numbers of visitors: a queue number cannot be traced to a person.',

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
