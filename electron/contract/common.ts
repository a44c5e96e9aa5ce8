import { z } from 'zod';
import { refusedAs } from '../texts/field-fault';
import { type FirstLanguage, inEachLanguage, type Language, languages } from './languages';

export type { Language } from './languages';

export const language = z.enum(languages);

/** Signs that nobody sees: controls, halves of letters, and marks that turn the direction of reading. */
const unseen = '\\p{Cc}\\p{Cs}\\u061C\\u200E\\u200F\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069';
const seenOnly = new RegExp(`^[^${unseen}]*$`, 'u');
const seenOrBreaks = new RegExp(`^([^${unseen}]|[\\t\\n\\r])*$`, 'u');

/** A text of one line, as people write it: breaks and tabs that came along become blanks, other unseen signs are refused. */
export function oneLine() {
  return z
    .string()
    .overwrite((text) => text.replace(/[\t\n\v\f\r\u2028\u2029]+/g, ' '))
    .trim()
    .regex(seenOnly, refusedAs('one_line'));
}

/** A text that may have several lines, as people write it. */
export function someLines() {
  return z.string().trim().regex(seenOrBreaks, refusedAs('plain_text'));
}

/** Letters of a language as ISO 639 and BCP 47 write them: `su`, `ban`, `zh-Hant`. */
const languageTag = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/);

/**
 * What is written in several languages, Indonesian always among them. The others that Antre knows are there in every
 * answer, empty where nobody wrote them; further languages stay as they are, so that data of a hall that has more, or of
 * a version that knew fewer, are read all the same.
 */
export function inLanguages<Text extends z.ZodType, Other extends z.ZodType>(
  indonesian: Text,
  other: Other,
  further: z.ZodType = other,
) {
  const known = inEachLanguage<z.ZodType>((each) => (each === 'id' ? indonesian : other));
  const open = z.object(known).catchall(further).check(onlyLanguages);
  // The type names the languages that pages speak.
  return open as unknown as z.ZodObject<
    { id: Text; en: Other; jv: Other } & { [Each in Exclude<Language, FirstLanguage>]: z.ZodOptional<Other> }
  >;
}

/** Refuses a field that is no language, as everywhere. */
function onlyLanguages({ value, issues }: z.core.ParsePayload<Readonly<Record<string, unknown>>>): void {
  const keys = Object.keys(value).filter((key) => !languageTag.safeParse(key).success);
  if (keys.length > 0) issues.push({ code: 'unrecognized_keys', keys, input: value });
}

/** A text in the hall's languages. Indonesian is always there; the others fall back to it when empty. */
export const localized = inLanguages(oneLine().min(1).max(400), oneLine().max(400).default(''));
export type Localized = z.infer<typeof localized>;

const lines = z.array(oneLine().min(1).max(200)).max(20);
/** A list of texts in the hall's languages, line by line the same. */
export const localizedList = inLanguages(lines, lines.default([]));
export type LocalizedList = z.infer<typeof localizedList>;

/** Ids are strings outside the store. */
export const id = z.string().regex(/^[1-9][0-9]{0,14}$/, refusedAs('id'));

/** A moment, with the site's offset: `2026-11-24T08:00:05+07:00`. */
export const instant = z.iso.datetime({ offset: true });

/** A day in the site's zone: `2026-11-24`. */
export const date = z.iso.date();

/** Wall-clock minutes: `08:00`. `24:00` closes a day at midnight. */
export const timeOfDay = z.string().regex(/^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$/, refusedAs('time'));

/** RFC 9457 problem details with Antre's stable `code` and, for a bad request, the fields at fault. */
export const problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  code: z.string(),
  /** Of what was wrong with a request the paths, stable codes and sentences (`invalid_request` only). */
  errors: z.array(z.strictObject({ path: z.string(), code: z.string(), message: z.string() })).optional(),
  /** When it opens again (`service_closed`), or null where no opening is known. */
  opensAt: instant.nullable().optional(),
  /** Seconds to wait before another try (429). */
  retryAfter: z.number().int().optional(),
});
export type Problem = z.infer<typeof problem>;

export const idempotencyKey = z.string().min(8).max(200);

/** Whole minutes, low to high. */
export const estimate = z.strictObject({ low: z.number().int(), high: z.number().int() });
export type Estimate = z.infer<typeof estimate>;
