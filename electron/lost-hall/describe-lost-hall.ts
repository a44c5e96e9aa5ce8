import { DateTime } from 'luxon';
import type { Localized } from '../contract/common';
import type { HallLost, OfferedCopy } from './lost-hall';

// The Javanese of these sentences is to be checked by a native speaker.
const lost: Localized = {
  id: 'Data antrean hilang atau rusak, mungkin karena listrik padam. Tidak ada yang dihapus.',
  en: 'The queue’s data is gone or damaged, perhaps by a power cut. Nothing has been deleted.',
  jv: 'Data antrean ical utawi risak, bokmenawi amargi listrik pejah. Boten wonten ingkang dipunbusak.',
};
const lostWithoutCopy: Localized = {
  id: 'Data antrean hilang atau rusak, dan tidak ada salinan yang baik. Mohon hubungi petugas teknis.',
  en: 'The queue’s data is gone or damaged, and no copy of it is good. Please call the technician.',
  jv: 'Data antrean ical utawi risak, lan boten wonten salinan ingkang sae. Mangga ngaturi petugas teknis.',
};

/** Puts a lost database into words: what happened, which copy there is and what it lacks, and what a technician can do. */
export function describeLostHall({ message, copy }: HallLost) {
  if (!copy) return { sentence: lostWithoutCopy, detail: `${message}\n${beginAnew}`, mayPass: false };
  return {
    sentence: lost,
    offer: offerOf(copy),
    detail: `${message} The copy is ${copy.file}.\n${restore}\n${beginAnew}`,
    mayPass: false,
  };
}

/** What is typed stands in lines of its own, as it is typed. */
const restore = `Memulihkan dari baris perintah · To restore it from a command line:
npm start -- --restore newest (npm run serve -- --restore newest)`;
const beginAnew = `Memulai balai baru, yang tersisa disimpan terpisah · To begin a new hall, with what is left put aside:
npm start -- --begin-anew (npm run serve -- --begin-anew)`;

function offerOf({ id, madeAt, timezone, numbersSince }: OfferedCopy): Localized {
  const made = DateTime.fromMillis(madeAt, { zone: timezone });
  const when = (locale: string, time: string) => made.setLocale(locale).toFormat(`cccc d MMMM yyyy, ${time}`);
  const ago = (locale: string) => made.setLocale(locale).toRelative() ?? '';
  const isDatabase = id === 'database';
  const most = numbersSince ?? 0;
  return {
    id:
      `${isDatabase ? 'Yang masih ada ditulis' : 'Salinan terbaru yang baik dibuat'} ${when('id', "'pukul' HH.mm")} ` +
      `(${ago('id')}). Yang terjadi sesudahnya tidak ada di dalamnya${most > 0 ? `, paling banyak ${most} nomor` : ''}. ` +
      'Nomor berikutnya lebih besar daripada semua yang mungkin sudah diberikan.',
    en:
      `${isDatabase ? 'What is left was written on' : 'The newest good copy was made on'} ${when('en-GB', "'at' HH:mm")} ` +
      `(${ago('en')}). What happened since is not in it${most > 0 ? `, at most ${most} numbers` : ''}. ` +
      'The next numbers begin above all that may have been given.',
    jv:
      `${isDatabase ? 'Ingkang taksih wonten dipunserat' : 'Salinan sae ingkang paling enggal dipundamel'} ` +
      `${when('id', "'tabuh' HH.mm")}. Ingkang kalampahan sasampunipun boten wonten ing ngriku` +
      `${most > 0 ? `, paling kathah ${most} nomer` : ''}. Nomer candhakipun wiwit sanginggiling sedaya ingkang ` +
      'bokmenawi sampun dipunparingaken.',
  };
}
