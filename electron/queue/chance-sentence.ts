import type { ChanceBand } from './chance-today';
import { localEpochDay } from './local-day';
import { dayAndTime, timeOfDay } from './opening-sentence';

type Sentence = { readonly id: string; readonly en: string; readonly jv: string };

// The krama sentences here are composed: a native speaker should check them.
const beforeTheTap = {
  uncertain: {
    id: 'Nomor hari ini mungkin tidak sempat dilayani.',
    en: 'A number today may not be served before closing.',
    jv: 'Nomer dinten menika saged ugi mboten kober dipunladosi.',
  },
  unlikely: {
    id: 'Nomor hari ini kemungkinan besar tidak sempat dilayani.',
    en: 'A number today will probably not be served before closing.',
    jv: 'Nomer dinten menika sajakipun mboten kober dipunladosi.',
  },
} as const;

/**
 * What whoever would take a number ought to know before the tap, and what to do instead: come when it opens next, or
 * ask where that isn't known. Null while it is likely to be served. `opensNext` in milliseconds.
 */
export function chanceSentence(
  band: ChanceBand,
  opensNext: number | null,
  now: number,
  timezone: string,
): Sentence | null {
  if (band === 'likely') return null;
  const { id, en, jv } = beforeTheTap[band];
  if (opensNext === null) {
    return {
      id: `${id} Silakan tanya petugas.`,
      en: `${en} Please ask the staff.`,
      jv: `${jv} Mangga nyuwun pirsa petugas.`,
    };
  }
  const next = nextOpening(opensNext, now, timezone);
  return {
    id: `${id} Lebih aman datang ${next.id}.`,
    en: `${en} Better come ${next.en}.`,
    jv: `${jv} Prayogi rawuh ${next.jv}.`,
  };
}

/** `besok saat buka, pukul 08.00`, `saat buka Senin 08.00`. */
function nextOpening(opensNext: number, now: number, timezone: string): Sentence {
  const isTomorrow = localEpochDay(opensNext, timezone) === localEpochDay(now, timezone) + 1;
  if (isTomorrow) {
    const time = timeOfDay(opensNext, timezone);
    return {
      id: `besok saat buka, pukul ${time}`,
      en: `tomorrow at opening, ${time}`,
      jv: `mbenjing nalika bikak, tabuh ${time}`,
    };
  }
  const when = dayAndTime(opensNext, now, timezone);
  return { id: `saat buka, ${when.id}`, en: `at opening, ${when.en}`, jv: `nalika bikak, ${when.jv}` };
}

const inHand = {
  uncertain: {
    id: 'Mungkin tidak sempat dipanggil sebelum tutup',
    en: 'May not be called before closing',
    jv: 'Saged ugi mboten kober dipuntimbali saderengipun tutup',
  },
  unlikely: {
    id: 'Kemungkinan besar tidak sempat dipanggil sebelum tutup',
    en: 'Will probably not be called before closing',
    jv: 'Sajakipun mboten kober dipuntimbali saderengipun tutup',
  },
} as const;

/** What whoever holds a number ought to know, and whom to ask. Null while it is likely to be called. `closesAt` in milliseconds. */
export function holderSentence(band: ChanceBand, closesAt: number, timezone: string): Sentence | null {
  if (band === 'likely') return null;
  const { id, en, jv } = inHand[band];
  const time = timeOfDay(closesAt, timezone);
  return {
    id: `${id} (${time}). Silakan tanya petugas.`,
    en: `${en} (${time}). Please ask the staff.`,
    jv: `${jv} (${time}). Mangga nyuwun pirsa petugas.`,
  };
}
