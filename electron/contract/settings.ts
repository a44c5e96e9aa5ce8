import { z } from 'zod';
import { catalogue } from '../texts/catalogue';
import { refusedAs } from '../texts/field-fault';
import type indonesian from '../texts/id/settings.json';
import { antreColours } from './antre-colours';
import { displayLayout, kioskColours, noText, ownText, usualDisplay } from './appearance';
import { date, language, localized, oneLine, timeOfDay } from './common';
import { languages } from './languages';
import { lobbyResults } from './lobby-results';
import { maklumat, usualMaklumat } from './maklumat';
import { pictureName } from './own-pictures';
import { paperLine } from './paper-text';
import { longestOutput } from './sound-output';
import { noSpokenKeys } from './spoken-key-names';
import { spokenKeys } from './spoken-keys';
import { standardMedia } from './standard-parts';
import { stop } from './stop';
import { defaultTicketLayout, paperLayout, ticketLayout } from './ticket-layout';

const soundOutput = z.string().max(longestOutput);

const texts = catalogue<typeof indonesian>(
  import.meta.glob('../texts/*/settings.json', { eager: true, import: 'default' }),
);

/** The PIN that closes the kiosk. */
export const exitPin = z.string().regex(/^[0-9]{4,12}$/, refusedAs('pin_digits'));

/** The steps of the guided set-up, in order. */
export const setUpSteps = [
  'hall',
  'counters',
  'services',
  'desks',
  'hours',
  'printer',
  'people',
  'network',
  'live',
] as const;
export type SetUpStep = (typeof setUpSteps)[number];

/** The hall's settings, each with its default; kept one row a key, read as one object. */
export const settings = z.strictObject({
  /** Rises with each change: the settings' ETag in quotes. */
  version: z.number().int().default(1),
  siteName: oneLine().min(1).max(60).default('Mal Pelayanan Publik'),
  city: oneLine().min(1).max(60).default('Kabupaten Pekalongan'),
  /** The hall's own sign in place of Antre's star, one of its own pictures. */
  logo: pictureName.nullable().default(null),
  /** An IANA zone: `Asia/Jakarta`. */
  timezone: z.string().default('Asia/Jakarta'),
  languages: z
    .array(language)
    .min(1)
    .max(languages.length)
    .refine((chosen) => chosen.includes('id'), refusedAs('indonesian_always'))
    .default(['id', 'en', 'jv']),
  practice: z.boolean().default(true),
  /** The whole hall is stopped by hand; null: it is not. */
  hallStop: stop.nullable().default(null),
  /** How many numbers of a business date a supervisor lets services give at most; of dates gone by they mean nothing. */
  numberLimits: z
    .array(z.strictObject({ serviceId: z.number().int(), date, numbers: z.number().int().min(0) }))
    .default([]),
  /** Which steps of the guided set-up were marked as done. */
  setUpDone: z.array(z.enum(setUpSteps)).max(setUpSteps.length).default([]),
  /** Which of them were put off: neither done nor still to be looked at. */
  setUpSkipped: z.array(z.enum(setUpSteps)).max(setUpSteps.length).default([]),
  paperlessAllowed: z.boolean().default(true),
  /** Whether visitors take numbers by phone inside the hall, by the code at its door (`server/door-codes.ts`). */
  phoneJoining: z.boolean().default(false),
  /** An address that phones can reach, or null: then no QR is printed. */
  publicUrl: z
    .url({ protocol: /^https?$/, ...refusedAs('http_address') })
    .max(200)
    .regex(/^https?:\/\/[^/?#@]+(?:[/?#]|$)/i, refusedAs('address_without_password'))
    // The address of a ticket is written behind it.
    .regex(/^[^?#]*$/, refusedAs('address_without_query'))
    .nullable()
    .default(null),
  paperWidth: z.union([z.literal(58), z.literal(80)]).default(80),
  qrMode: z.enum(['native', 'raster']).default('native'),
  slot: z.enum(['below', 'left', 'right']).default('below'),
  /** Priority tickets called for each regular one while both wait. */
  priorityRatio: z.number().int().min(1).max(10).default(2),
  /** How often one call may be repeated. */
  recallLimit: z.number().int().min(0).max(20).default(3),
  /** So long after its last call a number that didn't come is offered as not come; 0: never. */
  calledMinutes: z.number().int().min(0).max(60).default(5),
  /** So long a finish or no-show may be taken back as a mistake; 0: never. */
  takeBackMinutes: z.number().int().min(0).max(60).default(5),
  /** Whether an officer's break begins only once a supervisor has granted it. */
  breaksNeedAsking: z.boolean().default(false),
  /** A wait beyond this is shown to supervisors. */
  waitLimitMinutes: z.number().int().min(1).max(600).default(60),
  /** So long nobody may be at a service's desks during its hours before it counts as deserted. */
  graceMinutes: z.number().int().min(0).max(240).default(30),
  /** Whether numbers are given on where it is deserted. */
  absentGivesNumbers: z.boolean().default(false),
  /**
   * When numbers end before closing: `fixed` minutes before, as the hours say; with `expected_call` also once whoever
   * takes one would be called after closing as likely as not (docs/prakiraan.md).
   */
  numbersEnd: z.enum(['fixed', 'expected_call']).default('fixed'),
  /** Nine of ten visitors should wait no longer: what advice on staffing aims at. */
  targetWaitMinutes: z.number().int().min(1).max(240).default(20),
  /** PBKDF of the PIN that closes the kiosk; null: only the set-up code closes it. */
  exitPinHash: z.string().nullable().default(null),
  runningText: z
    .array(localized)
    .max(20)
    .default(() => [texts.everywhere('have_documents'), texts.everywhere('complaints')]),
  voiceVolume: z.number().min(0).max(1).default(1),
  /** 1 is the recorded speed. */
  voiceSpeed: z.number().min(0.7).max(1.3).default(1),
  /** Sites that may show `/info` in a frame: `https://mpp.pekalongankab.go.id`. */
  infoFrameAncestors: z
    .array(z.string().regex(/^https?:\/\/[a-z0-9.-]+(:\d{1,5})?$/, refusedAs('site_address')))
    .max(10)
    .default([]),
  /** Judgements are kept for so many months, suggestions and complaints too; then they are deleted. */
  surveyKeptMonths: z.number().int().min(6).max(120).default(60),
  /** Whether visitors are also asked the questions of the year's evaluation (F-03), after the survey's. */
  visitorsAsked: z.boolean().default(false),
  /** Whether a call says the counter's name too, in the languages in which the hall recorded it. */
  voiceNames: z.boolean().default(false),
  /** The sound device for calls in the lobby, by the system's name of it; empty: the system's own choice. */
  lobbyOutput: soundOutput.default(''),
  /** No speech between these times (the chime neither); null: none. */
  quietHours: z.strictObject({ from: timeOfDay, to: timeOfDay }).nullable().default(null),
  /** Whether a stop by hand, and its end, is announced in the lobby. */
  announceStops: z.boolean().default(false),
  /** Rises whenever the hall's own recordings change, so that screens fetch them anew. */
  voiceRevision: z.number().int().default(0),
  display: displayLayout.default(usualDisplay),
  /** What the kiosk asks on its first screen, in place of "Silakan pilih gerai". */
  kioskPrompt: ownText.default(noText),
  /** What visitors ought to know before they take a number. */
  kioskNotice: ownText.default(noText),
  kioskColours: kioskColours.default(antreColours),
  /** Seconds without a touch until the kiosk goes back to its first screen. */
  idleSeconds: z.number().int().min(15).max(300).default(30),
  /** Whether the kiosk's screens have an ear that reads them aloud, where there is a voice. */
  kioskEar: z.boolean().default(true),
  /** Whether a kiosk speaks for visitors who can't see it, and takes keys: the spoken path. */
  spokenPath: z.boolean().default(false),
  /** The sound device for the spoken path at kiosks, as `lobbyOutput`; where it is away nothing is said. */
  spokenOutput: soundOutput.default(''),
  /** The keys of the pads at the hall's kiosks, beside those of any keyboard. */
  spokenKeys: spokenKeys.default(noSpokenKeys),
  ticketLayout: ticketLayout.default(defaultTicketLayout),
  /** Names that the hall's network has for this machine, beside its own and the public address's. */
  hostNames: z
    .array(
      z
        .string()
        .max(120)
        .regex(/^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/, refusedAs('host_name')),
    )
    .max(10)
    .default([]),
  /** The hall opens to the LAN only when an admin says so; Antre listens there from its next start on. */
  lanOpen: z.boolean().default(false),
  /** Desks and admins come by https alone, except at Antre's own machine; while https can't be served, nobody is kept out. */
  httpsRequired: z.boolean().default(false),
  /** Whether a day's report is saved to `DATA_DIR/reports` once the day is over. */
  saveDayReports: z.boolean().default(true),
  maklumat: maklumat.default(usualMaklumat),
  /** Where visitors find the standards of the services. */
  standardMedia: z
    .array(z.enum(standardMedia))
    .max(standardMedia.length)
    .default(['information', 'phone', 'kiosk']),
  /** What was published and the lobby's screens show among the notices. */
  lobbyResults: z.array(z.enum(lobbyResults)).max(lobbyResults.length).default([]),
  /** Tickets older than this are removed, while their days' sums stay; null: kept for good. */
  keepTicketsMonths: z.number().int().min(1).max(120).nullable().default(null),
});
export type Settings = z.infer<typeof settings>;

/** What admins see: whether the kiosk's PIN is set, never its hash; the ticket's layout has a route of its own. */
export const shownSettings = settings
  .omit({ exitPinHash: true, hallStop: true, numberLimits: true, ticketLayout: true, voiceRevision: true })
  .extend({ exitPinSet: z.boolean() });
export type ShownSettings = z.infer<typeof shownSettings>;

const {
  version: _onlyByChange,
  practice: _onlyByGoLive,
  exitPinHash: _onlyByExitPin,
  hallStop: _onlyByStopping,
  numberLimits: _onlyByLimiting,
  ticketLayout: _onlyByItsRoute,
  voiceRevision: _onlyByRecordings,
  ...changeable
} = settings.shape;
type Changeable = typeof changeable;
// A default inside `partial()` would fill in every field that was not sent, and so set it back.
const withoutDefaults = Object.fromEntries(
  Object.entries(changeable).map(([key, field]) => [key, field.unwrap().optional()]),
) as { [Key in keyof Changeable]: z.ZodOptional<ReturnType<Changeable[Key]['unwrap']>> };

/** A change of some settings; practice mode ends by go-live alone. */
export const settingsChange = z.strictObject({
  ...withoutDefaults,
  siteName: paperLine().min(1).max(60).optional(),
  city: paperLine().min(1).max(60).optional(),
  /** The PIN that closes the kiosk, or null for none. */
  exitPin: exitPin.nullable().optional(),
});

/** Whatever of the settings admins read or change: each has its words in `setting-words.ts`. */
export type SettingKey = Exclude<keyof ShownSettings, 'version'> | 'exitPin';

/** Settings as a file of a hall's configuration has them: some, and what goes to paper can be printed. */
export const settingsInFile = settings.partial().extend({ ticketLayout: paperLayout.optional() });
