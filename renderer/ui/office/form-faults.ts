import type { FieldShape } from '../../../electron/contract/field-shapes';

/** What a page finds wrong with a field by itself: the text of its sentence, and what that sets in. */
export interface FormFault {
  readonly code: 'missing' | 'digits' | 'too_small' | 'too_big' | 'too_short' | 'over';
  readonly values: Readonly<Record<string, string | number>>;
}

/**
 * What is wrong with what was typed, before it is sent: letters in a number, a number out of its bounds, a text that is
 * missing or has no room. Returns the faults by the path of their field (`code`, `name.en`). What only the server knows
 * is left to it.
 */
export function formFaults(
  fields: readonly { readonly key: string; readonly shape: FieldShape; readonly value: unknown }[],
): Readonly<Record<string, FormFault>> {
  return Object.fromEntries(fields.flatMap(({ key, shape, value }) => faultsOf(key, shape, value)));
}

function faultsOf(path: string, shape: FieldShape, value: unknown): (readonly [string, FormFault])[] {
  if (value === undefined || (value === null && shape.isNullable)) return [];
  const fault =
    shape.type === 'number'
      ? numberFault(shape, value)
      : shape.type === 'text'
        ? textFault(shape, value)
        : null;
  if (fault) return [[path, fault]];
  if (typeof value !== 'object' || value === null) return [];
  const { parts, each } = shape;
  return Object.entries(value).flatMap(([part, its]) => {
    const shapeOfPart = Array.isArray(value) ? each : parts?.[part];
    return shapeOfPart ? faultsOf(`${path}.${part}`, shapeOfPart, its) : [];
  });
}

function numberFault({ min, max }: FieldShape, value: unknown): FormFault | null {
  if (value === null || value === '') return { code: 'missing', values: {} };
  // What is no number stays as it was typed.
  if (typeof value !== 'number') return { code: 'digits', values: {} };
  if (min !== undefined && value < min) return { code: 'too_small', values: { bound: min } };
  if (max !== undefined && value > max) return { code: 'too_big', values: { bound: max } };
  return null;
}

function textFault({ min = 0, max }: FieldShape, value: unknown): FormFault | null {
  if (typeof value !== 'string') return null;
  if (min > 0 && value === '') return { code: 'missing', values: {} };
  if (value.length < min) return { code: 'too_short', values: { bound: min } };
  if (max !== undefined && value.length > max)
    return { code: 'over', values: { count: value.length - max, bound: max } };
  return null;
}

/** The number that was meant, or what was typed where it is none; null: nothing was. Points and commas part what isn't whole. */
export function typedNumber(text: string, isWhole: boolean): number | string | null {
  const written = text.trim();
  if (written === '') return null;
  const isNumber = isWhole ? /^-?\d{1,9}$/ : /^-?\d{1,9}([.,]\d{1,6})?$/;
  return isNumber.test(written) ? Number(written.replace(',', '.')) : text;
}
