import { entranceIndonesian } from '../../ui/office/entrance-texts';

export const indonesian = {
  ...entranceIndonesian,
  page: 'Antre laporan',
  'onlyManagers.title': 'Laporan',
  'onlyManagers.sentence': 'Halaman ini untuk admin dan supervisor.',

  'section.overview': 'Ringkasan',

  'period.label': 'Kurun waktu',
  'period.today': 'Hari ini',
  'period.yesterday': 'Kemarin',
  'period.week': '7 hari terakhir',
  'period.month': 'Bulan ini',
  'period.lastMonth': 'Bulan lalu',
  'period.year': 'Tahun ini',
  'period.lastYear': 'Tahun lalu',
  'period.chosen': 'Pilih tanggal',
  'period.from': 'Dari',
  'period.to': 'Sampai',
};
