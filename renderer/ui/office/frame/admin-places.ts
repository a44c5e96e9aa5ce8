import type sections from '../../../../electron/texts/id/office/admin-sections.json';
import type { SectionPlace } from './sections';

/** The pages of the admin by their address, to whom they are shown; apart from what they show, so that other pages find them. */
export const adminPlaces = {
  ringkasan: { address: 'ringkasan', name: 'section.home', roles: ['supervisor', 'admin'] },
  persiapan: {
    address: 'persiapan',
    name: 'section.setUp',
    of: 'section.home',
    roles: ['admin'],
    untilLive: true,
  },
  gerai: {
    address: 'gerai',
    name: 'section.offer.own',
    of: 'section.offer',
    roles: ['supervisor', 'admin'],
  },
  loket: { address: 'loket', name: 'section.desks', roles: ['supervisor', 'admin'] },
  standar: {
    address: 'standar-pelayanan',
    name: 'section.standards',
    of: 'section.offer',
    roles: ['supervisor', 'admin'],
  },
  maklumat: {
    address: 'maklumat',
    name: 'section.maklumat',
    of: 'section.offer',
    roles: ['supervisor', 'admin'],
  },
  jam: { address: 'jam', name: 'section.hours', of: 'section.time', roles: ['supervisor', 'admin'] },
  libur: { address: 'libur', name: 'section.closures', of: 'section.time', roles: ['supervisor', 'admin'] },
  tanggal: { address: 'tanggal', name: 'section.day', of: 'section.time', roles: ['supervisor', 'admin'] },
  kios: { address: 'kios', name: 'section.kiosk', roles: ['supervisor', 'admin'] },
  tiket: { address: 'tiket', name: 'section.ticket', roles: ['supervisor', 'admin'] },
  layar: {
    address: 'layar',
    name: 'section.display.own',
    of: 'section.display',
    roles: ['supervisor', 'admin'],
  },
  tayangan: {
    address: 'tayangan',
    name: 'section.slides',
    of: 'section.display',
    roles: ['supervisor', 'admin'],
  },
  suara: { address: 'suara', name: 'section.voices', roles: ['supervisor', 'admin'] },
  balai: { address: 'balai', name: 'section.hall', roles: ['supervisor', 'admin'] },
  https: {
    address: 'https',
    name: 'section.https',
    of: 'section.hall',
    roles: ['supervisor', 'admin'],
    wholeHall: true,
  },
  orang: { address: 'orang', name: 'section.people', roles: ['admin'] },
  printer: { address: 'printer', name: 'section.printers', roles: ['supervisor', 'admin'], wholeHall: true },
  perangkat: {
    address: 'perangkat',
    name: 'section.devices',
    roles: ['supervisor', 'admin'],
    wholeHall: true,
  },
  cadangan: { address: 'cadangan', name: 'section.backups', roles: ['admin'] },
  nomorKertas: { address: 'nomor-kertas', name: 'section.paper', of: 'section.backups', roles: ['admin'] },
  kesehatan: {
    address: 'kesehatan',
    name: 'section.health',
    roles: ['supervisor', 'admin'],
    wholeHall: true,
  },
  riwayat: { address: 'riwayat', name: 'section.audit', roles: ['admin'] },
  token: { address: 'token', name: 'section.tokens', roles: ['admin'] },
  pusat: { address: 'pusat', name: 'section.centre', of: 'section.tokens', roles: ['admin'] },
} as const satisfies Readonly<Record<string, SectionPlace<keyof typeof sections>>>;
