import type { z } from 'zod';
import type { Localized, LocalizedList } from '../../contract/common';
import { inEachLanguage, inIndonesian } from '../../contract/languages';

export const unnamed: Localized = inIndonesian('?');
export const noDocuments: LocalizedList = inEachLanguage(() => []);

/** Reads a row's JSON columns; a field that fits no longer is replaced and named, so that one bad row spoils no list. */
export class StoredRow {
  readonly unreadable: string[] = [];

  read<Schema extends z.ZodType>(
    field: string,
    schema: Schema,
    json: string,
    fallback: z.output<Schema>,
  ): z.output<Schema> {
    const parsed = schema.safeParse(jsonOrUndefined(json));
    if (parsed.success) return parsed.data;
    this.unreadable.push(field);
    return fallback;
  }
}

function jsonOrUndefined(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
