import type { Configuration } from '../../electron/contract/configuration';
import { counterGroups } from '../../electron/contract/counter-groups';
import { counterIcons } from '../../electron/contract/counter-icons';
import { priorities } from '../../electron/contract/priorities';
import { busySite } from './busy-site';

/** Names as long as they may be, or nearly, as ministries have them. */
const counterNames = [
  'Dinas Pemberdayaan Perempuan dan Perlindungan Anak',
  'Dinas Perumahan Rakyat, Kawasan Permukiman dan Pertanahan',
  'Badan Kepegawaian dan Pengembangan Sumber Daya Manusia',
  'Kesbangpol',
  'Perpustakaan dan Kearsipan',
  'Balai Pelestarian Kebudayaan',
];
const english = [
  "Office of Women's Empowerment and Child Protection",
  'Office of Public Housing, Settlement Areas and Land Affairs',
  'Personnel and Human Resources Development Agency',
  'National Unity and Politics',
  'Library and Archives',
  'Cultural Heritage Preservation',
];
const serviceName = {
  id: 'Penerbitan surat keterangan domisili usaha bagi badan hukum perseroan',
  en: 'Issuing certificates of business domicile for incorporated companies',
  jv: 'Nerbitaken serat katrangan papan usaha kangge badan hukum perseroan',
};
const documents = [
  'Fotokopi KTP elektronik pemohon dan seluruh pengurus yang tercantum dalam akta pendirian',
  'Akta pendirian beserta perubahannya dan pengesahan Kementerian Hukum',
  'Surat kuasa bermeterai bila diwakilkan',
];

const size = { counters: 60, servicesEach: 5, officers: 200 };

function at<Item>(items: readonly [Item, ...Item[]] | readonly Item[], index: number): Item {
  const item = items[index % items.length];
  if (item === undefined) throw new Error('there is nothing to choose from');
  return item;
}

/** The largest hall that the screens are looked at with: 60 counters, 300 services, 120 desks, and long names. */
export function largeSite(): Configuration {
  const site = busySite();
  return {
    ...site,
    site: { ...site.site, name: 'Mal Pelayanan Publik Kabupaten Penukal Abab Lematang Ilir' },
    counters: Array.from({ length: size.counters }, (_, index) => {
      const letters = `${String.fromCharCode(65 + (index % 20))}${String.fromCharCode(65 + Math.floor(index / 20))}`;
      const name = at(counterNames, index);
      return {
        code: index % 6 === 3 ? `${letters}1` : letters,
        name: { id: name, en: at(english, index), jv: name },
        hint: { id: 'KTP, KK, akta, pindah', en: 'ID cards, family card', jv: 'KTP, KK, akta' },
        agency: `${name} Kabupaten Penukal Abab Lematang Ilir`,
        group: at(counterGroups, index),
        icon: at(counterIcons, index),
        zone: at(['Timur', 'Barat', 'Lantai dua sayap utara'], index),
        paused: index % 15 === 7,
        hours:
          index % 7 === 4
            ? {
                week: [{ weekday: 3, opens: '08:00', closes: '11:30', breaks: [] }],
                lastTicketMinutesBefore: 0,
              }
            : null,
        desks: [0, 1].map((place) => {
          const number = index * 2 + place + 1;
          return { number, label: String(number) };
        }),
        services: Array.from({ length: size.servicesEach }, (_each, place) => ({
          name: {
            id: `${serviceName.id} ${place + 1}`,
            en: `${serviceName.en} ${place + 1}`,
            jv: `${serviceName.jv} ${place + 1}`,
          },
          prefix: null,
          quotaPerDay: place === 0 ? 15 : null,
          usualMinutes: 10,
          documents: { id: documents, en: [], jv: [] },
          priorities: [...priorities],
          hours: null,
        })),
      };
    }),
  };
}

/** A list of 200 officers with long names to be imported; every tenth is a supervisor. */
export function largeStaffList(): string {
  const people = Array.from({ length: size.officers }, (_, index) => {
    const name = `Raden Roro Kusumaningtyas Wulandari Hadiningrat ${index + 1}, S.H., M.Kn.`;
    return `"${name}";petugas.${String(index + 1).padStart(3, '0')};${index % 10 === 9 ? 'penyelia' : 'petugas'};seluruh balai`;
  });
  return ['nama;nama_pengguna;peran;instansi', ...people].join('\n');
}
