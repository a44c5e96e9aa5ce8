import type { Language } from '../../../electron/contract/common';

/** What a screen at the door says, in all of the hall's languages at once. */
export const doorTexts: Readonly<
  Record<
    Language,
    {
      readonly title: string;
      readonly how: string;
      readonly kiosk: string;
      /** Where no code can be shown. */
      readonly atKiosk: string;
      readonly off: string;
      readonly away: string;
    }
  >
> = {
  id: {
    title: 'Ambil nomor lewat HP',
    how: 'Pindai kode ini dengan kamera HP. Kode berganti tiap menit dan hanya berlaku di sini.',
    kiosk: 'Tanpa HP? Ambil nomor di kios.',
    atKiosk: 'Ambil nomor di kios',
    off: 'Nomor lewat HP sedang tidak dibuka.',
    away: 'Sambungan layar ini putus.',
  },
  en: {
    title: 'Take a number by phone',
    how: 'Scan this code with your phone’s camera. It changes each minute and is good only here.',
    kiosk: 'No phone? Take a number at the kiosk.',
    atKiosk: 'Take a number at the kiosk',
    off: 'Numbers are not given by phone now.',
    away: 'This screen has lost its connection.',
  },
  jv: {
    title: 'Mundhut nomer lumantar HP',
    how: 'Kode menika dipunpindai mawi kamera HP. Gantos saben menit lan namung kangge ing mriki.',
    kiosk: 'Mboten mbekta HP? Mangga mundhut nomer ing kios.',
    atKiosk: 'Mangga mundhut nomer ing kios',
    off: 'Nomer lumantar HP samenika mboten dipunbikak.',
    away: 'Sambunganipun layar menika pedhot.',
  },
};

/** To whoever looks after the screen. */
export const noAddress = 'Admin: isi alamat untuk HP di bagian Balai.';
