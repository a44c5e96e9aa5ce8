import type { Language } from '../contract/languages';
import { catalogue } from './catalogue';
import { type FieldFault, type FieldFaultCode, fieldFault } from './field-fault';
import indonesian from './id/office/field-faults.json';

const texts = catalogue<typeof indonesian>(
  import.meta.glob('./*/office/field-faults.json', { eager: true, import: 'default' }),
);

/** What zod says of a field: its rule's code, and further what the rule is about. */
interface Issue {
  readonly code: string;
  readonly message: string;
  readonly params?: unknown;
  readonly origin?: unknown;
  readonly minimum?: unknown;
  readonly maximum?: unknown;
}

/** What a rule of zod's is called, that of texts and lists apart. */
const rules: Readonly<Record<string, FieldFaultCode | undefined>> = {
  too_small: 'too_small',
  'too_small string': 'too_short',
  'too_small array': 'too_few',
  too_big: 'too_big',
  'too_big string': 'too_long',
  'too_big array': 'too_many',
  invalid_type: 'wrong_kind',
  invalid_value: 'no_choice',
  invalid_union: 'no_known_form',
  invalid_format: 'wrong_format',
};

/** Why a field is refused, in the reader's language. */
export function faultSentence({ code, values }: FieldFault, language: Language): string {
  return texts.in(language)(code, values).trim();
}

/** The fault that a check of ours named (`refusedAs`); undefined of an issue of a rule of zod's own. */
export function namedFault({ message, params }: Issue): FieldFault | undefined {
  return isCode(message) ? fieldFault(message, params as FieldFault['values']) : undefined;
}

/** The fault of any issue: what zod says in terms of programs is said for people. */
export function faultOfIssue(issue: Issue): FieldFault {
  const { code, origin, minimum, maximum } = issue;
  const isEmpty = code === 'too_small' && origin === 'string' && Number(minimum) === 1;
  const broken = rules[`${code} ${origin}`] ?? rules[code] ?? 'not_acceptable';
  const bound = String(code === 'too_small' ? minimum : maximum);
  return namedFault(issue) ?? (isEmpty ? fieldFault('missing') : fieldFault(broken, { bound }));
}

function isCode(text: string): text is FieldFaultCode {
  return Object.hasOwn(indonesian, text);
}
