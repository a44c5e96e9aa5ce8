import type indonesian from './id/office/field-faults.json';

/** What may be wrong with a field: a text of `field-faults.json`. */
export type FieldFaultCode = keyof typeof indonesian;

/** Why a field is refused, and what the sentence sets in. */
export interface FieldFault {
  readonly code: FieldFaultCode;
  readonly values: Readonly<Record<string, string | number>>;
}

/** A field at fault: `counters.3.code`, empty for the whole. */
export interface PlacedFault {
  readonly path: string;
  readonly fault: FieldFault;
}

/** Why a field is refused. */
export function fieldFault(code: FieldFaultCode, values: FieldFault['values'] = {}): FieldFault {
  return { code, values };
}

/** Returns a field fault in the form of a zod issue: the code as its message, the values as its params. For checks in schemas. */
export function refusedAs(code: FieldFaultCode, values: FieldFault['values'] = {}) {
  return { message: code, params: values };
}
