import { type Catalogue, catalogue } from '../texts/catalogue';
import type indonesian from '../texts/id/office/setting-words.json';
import type { DisplayLayout } from './appearance';
import { valueNames } from './history/value-names';
import type { Language } from './languages';
import type { SettingKey } from './settings';

/** What stands behind a number. */
export type UnitName = 'numbers' | 'lines' | 'times' | 'seconds' | 'minutes' | 'metres';

/**
 * The sections of the admin page in which a setting is a row of the table of fields; null: it is set elsewhere, and the
 * comment beside says where.
 */
export type SettingSection = 'hall' | 'kiosk' | 'display' | 'voice' | 'standards';
/** The groups of the section of the hall, in its order. */
export type SettingGroup = 'name' | 'calls' | 'waiting' | 'paper' | 'closing' | 'network';
interface SettingField {
  readonly section: SettingSection | null;
  /** With it a group begins: those that follow are in it too. */
  readonly group?: SettingGroup;
  readonly unit?: UnitName;
}

/** The parts of the lobby screen's layout, in the order of its section. */
export const displayFields = {
  lastCalls: { unit: 'numbers' },
  boardSeconds: { unit: 'seconds' },
  nowServing: {},
  notices: {},
  runningText: {},
} as const satisfies Readonly<Record<keyof DisplayLayout, Pick<SettingField, 'unit'>>>;

/**
 * The section where each setting stands, and what its number counts; the order here is that of the section. Bounds, steps
 * and choices are its schema's (`settings.ts`).
 */
export const settingFields = {
  logo: { section: 'hall', group: 'name' },
  siteName: { section: 'hall' },
  city: { section: 'hall' },
  publicUrl: { section: 'hall' },
  timezone: { section: 'hall' },
  priorityRatio: { section: 'hall', group: 'calls', unit: 'numbers' },
  recallLimit: { section: 'hall', unit: 'times' },
  calledMinutes: { section: 'hall', unit: 'minutes' },
  takeBackMinutes: { section: 'hall', unit: 'minutes' },
  breaksNeedAsking: { section: 'hall' },
  waitLimitMinutes: { section: 'hall', group: 'waiting', unit: 'minutes' },
  targetWaitMinutes: { section: 'hall', unit: 'minutes' },
  graceMinutes: { section: 'hall', unit: 'minutes' },
  absentGivesNumbers: { section: 'hall' },
  numbersEnd: { section: 'hall' },
  paperlessAllowed: { section: 'hall', group: 'paper' },
  phoneJoining: { section: 'hall' },
  slot: { section: 'hall' },
  paperWidth: { section: 'hall' },
  qrMode: { section: 'hall' },
  exitPin: { section: 'hall', group: 'closing' },
  lanOpen: { section: 'hall', group: 'network' },
  hostNames: { section: 'hall' },
  infoFrameAncestors: { section: 'hall' },
  kioskPrompt: { section: 'kiosk' },
  kioskNotice: { section: 'kiosk' },
  languages: { section: 'kiosk' },
  idleSeconds: { section: 'kiosk', unit: 'seconds' },
  kioskEar: { section: 'kiosk' },
  spokenPath: { section: 'kiosk' },
  spokenOutput: { section: 'kiosk' },
  spokenKeys: { section: 'kiosk' },
  kioskColours: { section: 'kiosk' },
  display: { section: 'display' },
  lobbyResults: { section: 'display' },
  runningText: { section: 'display' },
  voiceVolume: { section: 'voice' },
  voiceSpeed: { section: 'voice' },
  lobbyOutput: { section: 'voice' },
  voiceNames: { section: 'voice' },
  quietHours: { section: 'voice' },
  announceStops: { section: 'voice' },
  standardMedia: { section: 'standards' },
  maklumat: { section: 'standards' },
  // Ended by go-live alone.
  practice: { section: null },
  // Marked by the steps of the guided set-up.
  setUpDone: { section: null },
  setUpSkipped: { section: null },
  // Told, never set: `exitPin` sets it.
  exitPinSet: { section: null },
  // In the section HTTPS, once it is known that desks can come by it.
  httpsRequired: { section: null },
  // On the reports' page, what is kept of the days that are over.
  saveDayReports: { section: null },
  keepTicketsMonths: { section: null },
  surveyKeptMonths: { section: null },
  // On the reports' page, beside what they answered.
  visitorsAsked: { section: null },
} as const satisfies Readonly<Record<SettingKey, SettingField>>;

type FieldKey = SettingKey | keyof typeof displayFields;
const fields: Readonly<Record<FieldKey, Partial<SettingField>>> = { ...displayFields, ...settingFields };

/** A label (`slot`), its help (`slot.help`), and its name in the history (`slot.history`) where the label says too little outside its section. */
const texts: Catalogue<FieldKey | `unit.${UnitName}`> = catalogue<typeof indonesian>(
  import.meta.glob('../texts/*/office/setting-words.json', { eager: true, import: 'default' }),
);

/** The group of the hall's section in which a setting stands: the last that began before it, or with it. */
export function settingGroup(key: SettingKey): SettingGroup {
  const keys = Object.keys(settingFields) as SettingKey[];
  const before = keys.slice(0, keys.indexOf(key) + 1).map((each) => (fields[each] as SettingField).group);
  return before.filter((group) => group !== undefined).at(-1) ?? 'name';
}

/** What a field is called, for those who change it. */
export interface FieldWords {
  readonly label: string;
  readonly help: string | undefined;
  readonly unit: UnitName | undefined;
  /** Its values, where it knows only some. */
  readonly values: Readonly<Record<string, string>> | undefined;
}

/** A setting's words, or those of a part of the lobby screen's layout. */
export function settingWords(key: FieldKey, language: Language): FieldWords {
  const t = texts.in(language);
  return {
    label: t(key),
    help: t(`${key}.help` as FieldKey) || undefined,
    unit: fields[key].unit,
    values: valueNames(key, language),
  };
}

/** What stands behind a number, in words. */
export function unitName(unit: UnitName, language: Language): string {
  return texts.in(language)(`unit.${unit}`);
}

/** Whether a field is a setting, or a part of the lobby screen's layout. */
export function isSetting(field: string): field is FieldKey {
  return Object.hasOwn(fields, field);
}

/** A setting's name for those who read of it in the history, as it stands in a sentence. */
export function settingName(key: FieldKey, language: Language): string {
  const t = texts.in(language);
  const own = t(`${key}.history` as FieldKey);
  if (own !== '') return own;
  const name = t(key).replace(/^\p{Lu}(?!\p{Lu})/u, (letter) => letter.toLowerCase());
  const { unit } = fields[key];
  return unit === 'minutes' || unit === 'seconds' ? `${name} (${unitName(unit, language)})` : name;
}
