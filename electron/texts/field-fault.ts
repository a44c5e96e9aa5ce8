import type { FieldFaultText } from './field-faults';

declare const made: unique symbol;
/** Why a field is refused, in English. Only `fieldFault` makes one, so that each has its Indonesian. */
export type FieldFaultSentence = string & { readonly [made]: true };

/** The English sentence of a fault, with each `{name}` filled in. */
export function fieldFault(
  text: FieldFaultText,
  values: Readonly<Record<string, string | number>> = {},
): FieldFaultSentence {
  return filled(text, (name) => String(values[name] ?? '')).trim() as FieldFaultSentence;
}

/** A text with each `{name}` filled in. */
export function filled(text: string, value: (name: string) => string): string {
  return text.replace(/\{(\w+)\}/g, (_place, name: string) => value(name));
}
