import { z } from 'zod';
import { newToken, newUser } from './admin';
import { deviceChange } from './admin-devices';
import { newClosure, newCounter, newDesk, newHours, newService } from './admin-hall';
import { slideChange } from './admin-screens';
import { ownText } from './appearance';
import { printerChange } from './printers';
import { settingsChange } from './settings';
import { standardChange } from './standards';

/** What a form must know of a field to offer it; as its schema has it. */
export interface FieldShape {
  readonly type: 'text' | 'number' | 'flag' | 'choice' | 'list' | 'parts' | 'other';
  readonly isNullable: boolean;
  /** Bounds of a number, of a text's letters, of a list's rows; absent: there is none. */
  readonly min?: number;
  readonly max?: number;
  /** Of a number: only whole ones. */
  readonly isWhole?: true;
  /** Of a text, as HTML's `pattern` takes it. */
  readonly pattern?: string;
  readonly choices?: readonly (string | number)[];
  /** Of a list: each of its rows. */
  readonly each?: FieldShape;
  readonly parts?: Readonly<Record<string, FieldShape>>;
}

type ShapesOf<Schema extends z.ZodObject> = {
  readonly [Field in keyof Schema['shape'] & string]: FieldShape;
};

/** The fields of each form of the office. In the pages a plain table, made of the schemas when they are built. */
export const fieldShapes = {
  settings: shapesOf(settingsChange),
  counters: shapesOf(newCounter),
  services: shapesOf(newService),
  desks: shapesOf(newDesk),
  hours: shapesOf(newHours),
  closures: shapesOf(newClosure),
  people: shapesOf(newUser),
  tokens: shapesOf(newToken),
  devices: shapesOf(deviceChange),
  slides: shapesOf(slideChange),
  printers: shapesOf(printerChange),
  standards: shapesOf(standardChange),
  ticketText: shapesOf(z.strictObject({ text: ownText })),
};

function shapesOf<Schema extends z.ZodObject>(schema: Schema): ShapesOf<Schema> {
  const made = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' });
  return partsOf(made) as ShapesOf<Schema>;
}

function partsOf({ properties = {} }: z.core.JSONSchema.BaseSchema): Record<string, FieldShape> {
  return Object.fromEntries(
    Object.entries(properties).flatMap(([field, part]) =>
      typeof part === 'object' ? [[field, shapeOf(part)]] : [],
    ),
  );
}

function shapeOf(schema: z.core.JSONSchema.BaseSchema): FieldShape {
  const options = schema.anyOf?.filter(({ type }) => type !== 'null') ?? [];
  const isNullable = schema.anyOf !== undefined && options.length < schema.anyOf.length;
  if (isNullable && options.length === 1 && options[0]) return { ...shapeOf(options[0]), isNullable };
  const choices = schema.enum ?? options.flatMap(({ const: only }) => (only === undefined ? [] : [only]));
  if (choices.length > 0) return { type: 'choice', isNullable, choices: choices as (string | number)[] };
  const bounds = (min?: number, max?: number) => ({
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
  });
  switch (schema.type) {
    case 'boolean':
      return { type: 'flag', isNullable };
    case 'integer':
    case 'number':
      return {
        type: 'number',
        isNullable,
        ...bounds(schema.minimum, schema.maximum),
        ...(schema.type === 'integer' ? { isWhole: true } : {}),
      };
    case 'string':
      return {
        type: 'text',
        isNullable,
        ...bounds(schema.minLength, schema.maxLength),
        ...patternOf(schema),
      };
    case 'array':
      return {
        type: 'list',
        isNullable,
        ...bounds(schema.minItems, schema.maxItems),
        ...(schema.items && !Array.isArray(schema.items) && typeof schema.items === 'object'
          ? { each: shapeOf(schema.items) }
          : {}),
      };
    case 'object':
      return { type: 'parts', isNullable, parts: partsOf(schema) };
    default:
      return { type: 'other', isNullable };
  }
}

/** A pattern that a browser understands and a person may be told of: none that names classes of Unicode. */
function patternOf({ pattern, format }: z.core.JSONSchema.BaseSchema): { pattern?: string } {
  if (pattern === undefined || format !== undefined || pattern.includes('\\p{')) return {};
  // Browsers read it with the flag v, by which a hyphen in a class must be marked.
  return { pattern: pattern.replaceAll('-]', '\\-]') };
}
