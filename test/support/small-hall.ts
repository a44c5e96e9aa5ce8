import type { Configuration, OpeningWeek } from '../../electron/contract/configuration';

const same = (text: string) => ({ id: text, en: text, jv: text });
const noDocuments = { id: [], en: [], jv: [] };
const weekdays = (opens: string, closes: string): OpeningWeek =>
  [1, 2, 3, 4].map((weekday) => ({
    weekday,
    opens,
    closes,
    breaks: [{ from: '12:00', to: '13:00' }],
  }));

/**
 * Three counters that show every rule: A with two services and two desks (one with a quota of 10), IM that comes
 * on Wednesdays only, L with one plain service and a prefix of its own. The hall opens Monday to Thursday 08–15
 * with a break 12–13, Friday 08–11; the last ticket is given 15 minutes before closing.
 */
export const smallHall: Configuration = {
  format: 'antre-site',
  version: 1,
  site: {
    name: 'MPP Kajen',
    city: 'Kabupaten Pekalongan',
    timezone: 'Asia/Jakarta',
    languages: ['id', 'en', 'jv'],
  },
  hours: {
    week: [...weekdays('08:00', '15:00'), { weekday: 5, opens: '08:00', closes: '11:00', breaks: [] }],
    lastTicketMinutesBefore: 15,
  },
  closures: [],
  counters: [
    {
      code: 'A',
      name: same('Dindukcapil'),
      hint: same('KTP, KK, akta'),
      agency: 'Dinas Kependudukan dan Pencatatan Sipil',
      group: 'regional',
      icon: 'id',
      zone: '',
      hours: null,
      desks: [
        { number: 1, label: '1' },
        { number: 2, label: '2' },
      ],
      services: [
        {
          name: same('KTP-el'),
          prefix: null,
          quotaPerDay: null,
          usualMinutes: 10,
          documents: { id: ['Kartu Keluarga'], en: ['Family card'], jv: ['Kartu Keluarga'] },
          hours: null,
        },
        {
          name: same('Akta kelahiran'),
          prefix: null,
          quotaPerDay: 10,
          usualMinutes: 15,
          documents: noDocuments,
          hours: null,
        },
      ],
    },
    {
      code: 'IM',
      name: same('Imigrasi'),
      hint: same('Paspor'),
      agency: 'Kantor Imigrasi Kelas I Pemalang',
      group: 'vertical',
      icon: 'passport',
      zone: 'Barat',
      hours: {
        week: [{ weekday: 3, opens: '08:00', closes: '14:00', breaks: [{ from: '12:00', to: '13:00' }] }],
        lastTicketMinutesBefore: 0,
      },
      desks: [{ number: 3, label: '3' }],
      services: [
        {
          name: same('Paspor'),
          prefix: null,
          quotaPerDay: 15,
          usualMinutes: 20,
          documents: noDocuments,
          hours: null,
        },
      ],
    },
    {
      code: 'L',
      name: same('PDAM'),
      hint: same('Air minum'),
      agency: 'Perumda Tirta Kajen',
      group: 'enterprise',
      icon: 'droplet',
      zone: 'Barat',
      hours: null,
      desks: [{ number: 4, label: '4' }],
      services: [
        {
          name: same('Pembayaran'),
          prefix: 'LB',
          quotaPerDay: null,
          usualMinutes: 5,
          documents: noDocuments,
          hours: null,
        },
      ],
    },
  ],
  // Numbers are given with nobody at the desks, since most tests are of other things.
  settings: { practice: false, graceMinutes: 240, absentGivesNumbers: true },
};
