import { ConfigError } from '../config';
import type { Localized } from '../contract/common';
import { describeLostHall } from '../lost-hall/describe-lost-hall';
import { HallLost } from '../lost-hall/lost-hall';
import { ConfigurationFault } from '../store/import-configuration';
import { DataInUse, StoreUnusableError } from '../store/store-errors';
import { catalogue } from '../texts/catalogue';
import type indonesian from '../texts/id/start-up.json';

const texts = catalogue<typeof indonesian>(
  import.meta.glob('../texts/*/start-up.json', { eager: true, import: 'default' }),
);

/** Why Antre could not start, in words for the people in front of the screen. */
export interface StartUpFault {
  readonly sentence: Localized;
  /** What exactly was wrong, for the technician. */
  readonly detail: string;
  /** Whether it may pass without anybody changing the settings, so that trying again makes sense. */
  readonly mayPass: boolean;
  /** The copy that can take a lost database's place, in words; absent if there is none to offer. */
  readonly offer?: Localized;
}

/** By the code of a failed listening. */
const byListenError: Readonly<Record<string, keyof typeof indonesian>> = {
  EADDRINUSE: 'address_in_use',
  EACCES: 'port_forbidden',
  EADDRNOTAVAIL: 'settings_wrong',
  ENOTFOUND: 'settings_wrong',
};
/** By the code of a file's error, or of SQLite's. */
const byFileError: readonly (readonly [RegExp, keyof typeof indonesian])[] = [
  [/^(ENOSPC|EDQUOT|SQLITE_FULL)$/, 'disk_full'],
  [/^(EACCES|EPERM|EROFS|SQLITE_(READONLY|CANTOPEN|PERM))/, 'may_not_write'],
  [/^(EIO$|SQLITE_IOERR)/, 'disk_fails'],
];

/** A fault for a console: in Indonesian, in English, what is offered, and what exactly was wrong. */
export function inConsole({ sentence, offer, detail }: StartUpFault): string {
  return [sentence.id, sentence.en, ...(offer ? [offer.id, offer.en] : []), detail].join('\n');
}

/** Puts what `readConfig` or `startApp` threw into words. */
export function describeStartUpFault(error: unknown): StartUpFault {
  if (error instanceof HallLost) return describeLostHall(error);
  const { key, detail = String(error), mayPass = false } = faultOf(error);
  return { sentence: texts.everywhere(key), detail, mayPass };
}

function faultOf(error: unknown): {
  readonly key: keyof typeof indonesian;
  readonly detail?: string;
  readonly mayPass?: boolean;
} {
  if (!(error instanceof Error)) return { key: 'unexpected' };
  const detail = error.message;
  if (error instanceof ConfigError || error instanceof ConfigurationFault)
    return { key: 'settings_wrong', detail };
  if (error instanceof DataInUse) return { key: 'in_use', detail, mayPass: true };
  if (error instanceof StoreUnusableError) return { key: 'database', detail };
  const { code = '', syscall = '' } = error as NodeJS.ErrnoException;
  const network = syscall === 'listen' || syscall === 'bind' || syscall === 'getaddrinfo';
  const key = network ? byListenError[code] : byFileError.find(([codes]) => codes.test(code))?.[1];
  if (!key) return { key: 'unexpected', detail: error.stack ?? detail };
  return { key, detail, mayPass: code === 'EADDRINUSE' || key === 'disk_full' };
}
