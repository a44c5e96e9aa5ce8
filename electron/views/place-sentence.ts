import type { Localized } from '../contract/common';
import type { Priority } from '../contract/tickets';
import type { OrderReason } from '../queue/calling-order';
import { timeOfDay } from '../queue/opening-sentence';

// The krama wording here is composed: a native speaker should check it.
const priorityNames: Readonly<Record<Priority, Localized>> = {
  elderly: { id: 'lanjut usia', en: 'elderly', jv: 'sepuh' },
  disability: { id: 'penyandang disabilitas', en: 'disability', jv: 'difabel' },
  pregnant: { id: 'ibu hamil', en: 'pregnant', jv: 'ibu ngandheg' },
  infant: { id: 'membawa bayi', en: 'with an infant', jv: 'mbekta bayi' },
};

/** The state that a ticket was brought back from, or that it let others pass. */
export type ReturnedFrom = 'no_show' | 'held' | 'cancelled' | 'let_pass' | 'stepped_out';
const returnedSentences: Readonly<Record<ReturnedFrom, Localized>> = {
  no_show: {
    id: 'Kembali setelah tidak hadir',
    en: 'Back after a missed call',
    jv: 'Wangsul sasampunipun boten rawuh',
  },
  let_pass: {
    id: 'Memberi giliran kepada orang lain',
    en: 'Lets others go first',
    jv: 'Nyukani giliran dhateng tiyang sanes',
  },
  held: { id: 'Kembali setelah ditunda', en: 'Back after a hold', jv: 'Wangsul sasampunipun katundha' },
  stepped_out: {
    id: 'Kembali setelah keluar sebentar',
    en: 'Back after going out',
    jv: 'Wangsul sasampunipun medal sekedhap',
  },
  cancelled: {
    id: 'Kembali setelah dibatalkan',
    en: 'Back after being cancelled',
    jv: 'Wangsul sasampunipun kabatalaken',
  },
};

/** Why a ticket stands where it stands, as the officer reads it. */
export function placeSentence(
  place: {
    readonly reason: OrderReason;
    readonly priority: Priority | null;
    /** When the visit, or what ordered it, began. */
    readonly orderedAt: number;
    /** The counter it was transferred from. */
    readonly from: Localized | null;
    readonly returnedFrom: ReturnedFrom | null;
  },
  timezone: string,
): Localized {
  const time = timeOfDay(place.orderedAt, timezone);
  switch (place.reason) {
    case 'arrival':
      return { id: `Urut datang ${time}`, en: `By arrival ${time}`, jv: `Urut dhatengipun ${time}` };
    case 'priority_turn': {
      const name = place.priority && priorityNames[place.priority];
      if (!name) return { id: 'Giliran didahulukan', en: 'Priority turn', jv: 'Giliran karumiyinaken' };
      return {
        id: `Giliran didahulukan: ${name.id}`,
        en: `Priority turn: ${name.en}`,
        jv: `Giliran karumiyinaken: ${name.jv}`,
      };
    }
    case 'returned':
      return returnedSentences[place.returnedFrom ?? 'held'];
    case 'transferred':
      if (!place.from)
        return { id: `Dialihkan, urut ${time}`, en: `Transferred, ${time}`, jv: `Kaalih, urut ${time}` };
      return {
        id: `Dialihkan dari ${place.from.id}, urut datang ${time}`,
        en: `Transferred from ${place.from.en || place.from.id}, by arrival ${time}`,
        jv: `Kaalih saking ${place.from.jv || place.from.id}, urut dhatengipun ${time}`,
      };
    case 'front':
      return {
        id: 'Ditempatkan paling depan oleh petugas',
        en: 'Put at the front by staff',
        jv: 'Kapapanaken wonten ngajeng dening petugas',
      };
    case 'back':
      return {
        id: 'Ditempatkan paling belakang oleh petugas',
        en: 'Put at the back by staff',
        jv: 'Kapapanaken wonten wingking dening petugas',
      };
  }
}
