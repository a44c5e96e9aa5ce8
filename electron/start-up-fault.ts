import { ConfigError } from './config';
import type { Localized } from './contract/common';
import { describeLostHall } from './lost-hall/describe-lost-hall';
import { HallLost } from './lost-hall/lost-hall';
import { ConfigurationFault } from './store/import-configuration';
import { DataInUse, StoreUnusableError } from './store/store-errors';

/** Why Antre could not start, in words for whoever stands before it. */
export interface StartUpFault {
  readonly sentence: Localized;
  /** What exactly was wrong, for whoever mends it. */
  readonly detail: string;
  /** Whether it may pass without anybody changing the settings, so that trying again makes sense. */
  readonly mayPass: boolean;
  /** The copy that can take a lost database's place, in words; absent if there is none to offer. */
  readonly offer?: Localized;
}

const settingsWrong: Localized = {
  id: 'Ada pengaturan yang keliru, jadi Antre belum dapat dimulai.',
  en: 'A setting is wrong, so Antre could not start.',
  jv: 'Wonten pangaturan ingkang klentu, pramila Antre dereng saged kawiwitan.',
};
const unexpected: Localized = {
  id: 'Antre belum dapat dimulai. Mohon hubungi petugas teknis.',
  en: 'Antre could not start. Please call the technician.',
  jv: 'Antre dereng saged kawiwitan. Mangga ngaturi petugas teknis.',
};
// The Javanese of these sentences is to be checked by a native speaker.
const byListenError: Readonly<Record<string, Localized>> = {
  EADDRINUSE: {
    id: 'Alamat Antre sedang dipakai program lain. Tutup program itu, atau pilih porta lain.',
    en: "Another program is using Antre's address. Close it, or choose another port.",
    jv: 'Alamat Antre saweg dipunagem program sanes. Tutup program menika, utawi pilih porta sanes.',
  },
  EACCES: {
    id: 'Antre tidak diizinkan memakai porta ini. Pilih porta di atas 1023.',
    en: 'Antre may not use this port. Choose one above 1023.',
    jv: 'Antre boten pareng ngagem porta menika. Pilih porta sanginggiling 1023.',
  },
  EADDRNOTAVAIL: settingsWrong,
  ENOTFOUND: settingsWrong,
};
const diskFull: Localized = {
  id: 'Penyimpanan penuh. Kosongkan sebagian, lalu Antre mulai sendiri.',
  en: 'The disk is full. Free some of it, and Antre starts by itself.',
  jv: 'Papan panyimpenan kebak. Kosongaken sawetawis, lajeng Antre wiwit piyambak.',
};
const mayNotWrite: Localized = {
  id: 'Antre tidak diizinkan menulis di folder datanya.',
  en: 'Antre may not write in its data folder.',
  jv: 'Antre boten pareng nyerat ing folder datanipun.',
};
const diskFails: Localized = {
  id: 'Penyimpanan tidak dapat dibaca atau ditulis. Mohon hubungi petugas teknis.',
  en: 'The disk cannot be read or written. Please call the technician.',
  jv: 'Papan panyimpenan boten saged dipunwaos utawi dipunserat. Mangga ngaturi petugas teknis.',
};
/** By the code of a file's error, or of SQLite's. */
const byFileError: readonly (readonly [RegExp, Localized])[] = [
  [/^(ENOSPC|EDQUOT|SQLITE_FULL)$/, diskFull],
  [/^(EACCES|EPERM|EROFS|SQLITE_(READONLY|CANTOPEN|PERM))/, mayNotWrite],
  [/^(EIO$|SQLITE_IOERR)/, diskFails],
];
const database: Localized = {
  id: 'Data antrean tidak dapat dibuka. Mohon hubungi petugas teknis.',
  en: 'The queue’s data cannot be opened. Please call the technician.',
  jv: 'Data antrean boten saged dipunbikak. Mangga ngaturi petugas teknis.',
};
const inUse: Localized = {
  id: 'Antre lain sedang memakai data antrean ini. Begitu ia berhenti, Antre mulai sendiri.',
  en: 'Another Antre is using this queue’s data. Once it has stopped, Antre starts by itself.',
  jv: 'Antre sanes saweg ngagem data antrean menika. Saksampunipun mandheg, Antre wiwit piyambak.',
};

/** A fault for a console: in Indonesian, in English, what is offered, and what exactly was wrong. */
export function inConsole({ sentence, offer, detail }: StartUpFault): string {
  return [sentence.id, sentence.en, ...(offer ? [offer.id, offer.en] : []), detail].join('\n');
}

/** Puts what `readConfig` or `startApp` threw into words. */
export function describeStartUpFault(error: unknown): StartUpFault {
  if (error instanceof ConfigError || error instanceof ConfigurationFault) {
    return { sentence: settingsWrong, detail: error.message, mayPass: false };
  }
  if (error instanceof HallLost) return describeLostHall(error);
  if (error instanceof DataInUse) return { sentence: inUse, detail: error.message, mayPass: true };
  if (error instanceof StoreUnusableError)
    return { sentence: database, detail: error.message, mayPass: false };
  if (error instanceof Error) {
    const { code = '', syscall = '' } = error as NodeJS.ErrnoException;
    const network = syscall === 'listen' || syscall === 'bind' || syscall === 'getaddrinfo';
    const sentence = network ? byListenError[code] : byFileError.find(([codes]) => codes.test(code))?.[1];
    if (sentence) {
      return { sentence, detail: error.message, mayPass: code === 'EADDRINUSE' || sentence === diskFull };
    }
    return { sentence: unexpected, detail: error.stack ?? error.message, mayPass: false };
  }
  return { sentence: unexpected, detail: String(error), mayPass: false };
}
