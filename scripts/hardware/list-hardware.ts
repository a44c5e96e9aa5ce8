import {
  knownProfiles,
  type PrinterProfile,
  type ProfileName,
  profileName,
  profileNames,
} from '../../electron/contract/printer-profile';
import { canPrint } from '../../electron/contract/printer-status';
import { parsePrinterTarget } from '../../electron/contract/printer-target';
import { type FoundPrinter, type FoundPrinters, printerAddresses } from '../../electron/contract/printers';
import { profileTexts } from '../../electron/contract/profile-names';
import { findPrinters } from '../../electron/printing/find-printers';
import { printTestTicketOn } from '../../electron/printing/test-ticket';
import { catalogue } from '../../electron/texts/catalogue';
import type printersIndonesian from '../../electron/texts/id/office/admin-printers.json';
import type { FoundDevice } from '../../native/hid/attached';
import { findDevices } from '../../native/hid/find-devices';
import { nodeHid } from '../../native/hid/node-hid';
import { printerWords } from '../../renderer/ui/office/printer-words';
import { hardwareTexts, type Language } from './hardware-texts';

const printerTexts = catalogue<typeof printersIndonesian>(
  import.meta.glob('../../electron/texts/*/office/admin-printers.json', { eager: true, import: 'default' }),
);

/** What the process ends with. */
export const exitStatus = {
  /** A printer that can print was found; or the test ticket was printed, or sent to one that can't confirm it. */
  good: 0,
  /** Printers were found and none of them can print now; or the test ticket did not surely come out. */
  notPrinting: 1,
  wrongArguments: 2,
  /** Nothing was found that says that it is a printer. */
  nothingFound: 3,
} as const;

export interface HardwareQuestion {
  readonly addresses: readonly string[];
  /** A printer to print a test ticket on. */
  readonly test: string | undefined;
  /** The id of a known profile; without it the one that fits what was found. */
  readonly profile: string | undefined;
  readonly english: boolean;
}

/**
 * Says what is attached to this machine or answers at these addresses, as the admins' page finds it, and prints a test
 * ticket where that is asked for. Returns the exit status; some twenty seconds at most.
 */
export async function listHardware(question: HardwareQuestion, say: (line: string) => void): Promise<number> {
  const language: Language = question.english ? 'en' : 'id';
  const texts = hardwareTexts[language];
  const wrong = wrongArgument(question, language);
  if (wrong) {
    say(`${wrong}\n${texts.usage}`);
    return exitStatus.wrongArguments;
  }
  say(texts.looking);
  const addresses = [...question.addresses, ...addressOf(question.test)];
  // One after the other: while an add-on loads, nothing hears what printers answer.
  const devices = await findDevices(nodeHid());
  const found = await findPrinters({ addresses, attached: true }, []);
  say(`\n${texts.printers}`);
  for (const line of printerLines(found, language)) say(`  ${line}`);
  say(`\n${texts.devices}`);
  for (const line of deviceLines(devices, language)) say(`  ${line}`);
  if (question.test !== undefined) return await test(question.test, question, found, language, say);
  const asked = found.printers.filter(({ status }) => status !== null);
  if (asked.length === 0) return exitStatus.nothingFound;
  if (!asked.some(({ status }) => status && canPrint(status))) return exitStatus.notPrinting;
  say(`\n${texts.keepIt}`);
  return exitStatus.good;
}

/** A sentence about the first argument that can't be used, or null. */
function wrongArgument({ addresses, test, profile }: HardwareQuestion, language: Language): string | null {
  const texts = hardwareTexts[language];
  const address = addresses.find((each) => !printerAddresses.safeParse([each]).success);
  if (address !== undefined) return `${texts.wrongAddress}: ${address}`;
  if (test !== undefined && !parsePrinterTarget(test)) return `${texts.wrongTarget}: ${test}`;
  if (profile !== undefined && !isProfileName(profile)) {
    return `${texts.wrongProfile}: ${profile}`;
  }
  return null;
}

/** Where a network printer that is to be tried is looked for too, so that it is known what it is. */
function addressOf(target: string | undefined): readonly string[] {
  const parsed = target === undefined ? undefined : parsePrinterTarget(target);
  return parsed?.kind === 'tcp' && !parsed.host.includes(':') ? [`${parsed.host}:${parsed.port}`] : [];
}

function printerLines({ printers, unsearched }: FoundPrinters, language: Language): string[] {
  const t = printerTexts.in(language);
  const lines = printers.flatMap((printer) => [
    printer.target,
    ...describe(printer, language).map((line) => `  ${line}`),
  ]);
  return [
    ...(printers.length === 0 ? [t('printers.none')] : lines),
    ...unsearched.map((kind) => `${t(`printers.unsearched.${kind}`)} (npm ci)`),
  ];
}

function describe({ maker, model, kind, usbIds, serial, status, profile }: FoundPrinter, language: Language) {
  const t = printerTexts.in(language);
  const known = profileName(profile);
  const cause = status?.cause ? printerWords(language, status.cause) : null;
  const state = cause ? `${cause.name}. ${cause.officer}` : t('printers.ready');
  return [
    [[maker, model].filter(Boolean).join(' '), t(`printers.kind.${kind}`), usbIds, serial]
      .filter(Boolean)
      .join(', '),
    status === null ? hardwareTexts[language].notAsked : state,
    ...(cause?.admin ? [cause.admin] : []),
    ...(known ? [`${profileTexts.in(language)(known)} (${known})`] : []),
  ];
}

function deviceLines(devices: readonly FoundDevice[] | null, language: Language): string[] {
  const texts = hardwareTexts[language];
  if (!devices) return [texts.hidMissing];
  if (devices.length === 0) return [texts.noDevices];
  return devices.map(({ kind, product, vendorId, productId, fault }) => {
    const ids = [vendorId, productId].map((id) => id.toString(16).padStart(4, '0')).join(':');
    const state = fault ? texts.faults[fault] : kind === 'keyboard' ? texts.typesItself : texts.canBeRead;
    return `${texts.kinds[kind]}: ${[product, ids].filter(Boolean).join(', ')}: ${state}`;
  });
}

async function test(
  target: string,
  question: HardwareQuestion,
  found: FoundPrinters,
  language: Language,
  say: (line: string) => void,
): Promise<number> {
  const t = printerTexts.in(language);
  const { outcome, status } = await printTestTicketOn({
    target,
    profile: profileToTest(target, question, found),
    hall: 'Antre',
    timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    now: Date.now(),
  });
  const cause = status.cause && status.cause !== 'cannot_tell' ? printerWords(language, status.cause) : null;
  say(`\n${t(`printers.tested.${outcome}`)}${cause ? ` ${cause.name}. ${cause.officer}` : ''}`);
  return outcome === 'printed' || outcome === 'unconfirmed' ? exitStatus.good : exitStatus.notPrinting;
}

function profileToTest(target: string, { profile }: HardwareQuestion, found: FoundPrinters): PrinterProfile {
  if (profile !== undefined && isProfileName(profile)) return knownProfiles[profile];
  const seen = found.printers.find((each) => each.target === target);
  return seen?.profile ?? knownProfiles['generic-80'];
}

function isProfileName(text: string): text is ProfileName {
  return profileNames.some((name) => name === text);
}
