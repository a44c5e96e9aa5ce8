import fc from 'fast-check';
import { z } from 'zod';

type Schema = z.core.JSONSchema.BaseSchema;

const madeOf = new WeakMap<z.ZodType, fc.Arbitrary<unknown>>();

/** Bodies made after a route's own schema: most fit it, or nearly. Made once for each: it is slow. */
export function fittingBodies(schema: z.ZodType): fc.Arbitrary<unknown> {
  const before = madeOf.get(schema);
  if (before) return before;
  const made = valuesOf(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), 0);
  madeOf.set(schema, made);
  return made;
}

function valuesOf(schema: Schema | boolean | undefined, depth: number): fc.Arbitrary<unknown> {
  if (schema === undefined || typeof schema === 'boolean' || schema.$ref !== undefined || depth > 8) {
    return fc.constantFrom<unknown>(null, 1, 'x', [], {});
  }
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map((each) => valuesOf(each as Schema, depth + 1)));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom<unknown>(...schema.enum);
  switch (schema.type) {
    case 'object': {
      const fields = Object.entries(schema.properties ?? {}).map(
        ([name, field]) => [name, valuesOf(field as Schema, depth + 1)] as const,
      );
      const required = new Set(schema.required ?? []);
      return fc.record(Object.fromEntries(fields), {
        requiredKeys: fields.map(([name]) => name).filter((name) => required.has(name)),
      });
    }
    case 'array':
      return fc.array(valuesOf(schema.items as Schema | undefined, depth + 1), {
        maxLength: Math.min(schema.maxItems ?? 3, 3),
      });
    case 'string':
      return stringsOf(schema);
    case 'integer':
    case 'number':
      return fc.oneof(
        fc.integer({
          min: Math.ceil(Math.max(schema.minimum ?? 0, -5)),
          max: Math.floor(Math.min(schema.maximum ?? 400, Math.max(400, schema.minimum ?? 0))),
        }),
        fc.constantFrom(0, -1, 1.5, Number.MAX_SAFE_INTEGER),
      );
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return fc.constantFrom<unknown>(null, 1, 'x', [], {});
  }
}

function stringsOf(schema: Schema): fc.Arbitrary<string> {
  if (schema.format === 'date')
    return fc.constantFrom('2026-12-01', '2026-12-24', '0001-01-01', '9999-12-31');
  // Ids of rows that are there, mostly.
  if (schema.pattern?.includes('[1-9][0-9]{0,14}$')) {
    const near = fc.constantFrom('1', '2', '3', '4', '999999999999999');
    return schema.pattern.startsWith('^(hall')
      ? fc.constantFrom('hall', 'counter:1', 'service:2', 'service:99')
      : near;
  }
  if (schema.pattern) return fc.stringMatching(new RegExp(schema.pattern));
  return fc.string({ unit: 'binary', maxLength: Math.min(schema.maxLength ?? 20, 20) });
}
