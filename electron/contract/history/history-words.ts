import { weekdayName } from '../../texts/dates';
import type { AuditEntry } from '../admin-audit';
import { languages, languageTable } from '../languages';
import { actNames, furtherActNames } from './act-names';
import { isRecord } from './changes';
import { fieldNames } from './field-names';
import type { Said } from './said';
import { subjectNames } from './subject-names';
import { valueNames } from './value-names';

/** What the words of the history need to know of the hall, and how its moments are written. */
export interface HistoryNames {
  /** The name of `counter`, `service`, `desk`, `user` or `device` by its id; undefined of one that is gone. */
  nameOf(noun: string, id: string): string | undefined;
  /** A moment as people read it: an ISO instant, or milliseconds since 1970. */
  moment(instant: string | number): string;
}

/** Puts the codes of the history into words of the reader's language. */
export interface HistoryWords {
  act(name: string): string;
  /** `counter:3` by its name, also of one that is gone. */
  subject(subject: string | null, before: unknown, after: unknown): string;
  actor(entry: Pick<AuditEntry, 'user' | 'actor' | 'program'>): string;
  /** The place of a difference: `zone`, `counters.A.desks.2.label`. */
  field(path: string): string;
  value(path: string, value: unknown): string;
}

const fixed = {
  yes: { id: 'ya', en: 'yes' },
  no: { id: 'tidak', en: 'no' },
  whole: { id: 'isi', en: 'content' },
  program: { id: 'program', en: 'program' },
  break: { id: 'jeda', en: 'break' },
} as const satisfies Readonly<Record<string, Said>>;

/** The words of the history in one of the office's languages. */
export function historyWords(language: keyof Said, { nameOf, moment }: HistoryNames): HistoryWords {
  const acts: Readonly<Record<string, Said | undefined>> = { ...actNames, ...furtherActNames };
  const fields: Readonly<Record<string, Said | undefined>> = fieldNames;
  const nouns: Readonly<Record<string, Said | undefined>> = subjectNames;
  const noun = (name: string) => nouns[name]?.[language] ?? name;
  const field = (path: string): string =>
    path
      .split('.')
      .map((part) => fields[part]?.[language] ?? part)
      .join(' › ');

  const write = (path: string, value: unknown): string => {
    const last = path.split('.').at(-1) ?? '';
    if (value === null || value === undefined || value === '') return '–';
    if (typeof value === 'boolean') return fixed[value ? 'yes' : 'no'][language];
    if (typeof value === 'number') return writeNumber(last, value);
    if (typeof value === 'string') return writeText(last, value);
    if (Array.isArray(value)) {
      if (value.length === 0) return '–';
      return value.map((each) => write(last, each)).join(value.some(isRecord) ? '\n' : ', ');
    }
    return writeRecord(value as Readonly<Record<string, unknown>>);
  };
  const writeNumber = (name: string, value: number): string => {
    if (name === 'weekdays' || name === 'weekday') return weekdayName(value, language);
    return name === 'until' ? moment(value) : String(value);
  };
  const writeText = (name: string, value: string): string => {
    const named = valueNames[name]?.[value];
    if (named) return named[language];
    if (/^\d{4}-\d\d-\d\d$/.test(value)) return writeDate(value, language);
    if (/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value)) return moment(value);
    if (/^\d\d:\d\d$/.test(value)) return clock(value);
    const of = /^(?:other)?(\w+?)Ids?$/.exec(name)?.[1];
    if (of) return nameOf(of.toLowerCase(), value) ?? value;
    const [, kind, id] = /^(counter|service):(\d+)$/.exec(value) ?? [];
    if (kind && id) return `${noun(kind)} ${nameOf(kind, id) ?? id}`;
    return name === 'scope' ? noun(value) : value;
  };
  const writeRecord = (value: Readonly<Record<string, unknown>>): string => {
    if (typeof value.weekday === 'number') {
      const breaks = (value.breaks ?? []) as readonly { readonly from: string; readonly to: string }[];
      const paused = breaks.map(({ from, to }) => `${clock(from)}–${clock(to)}`).join(', ');
      const hours = `${weekdayName(value.weekday, language)} ${clock(value.opens)}–${clock(value.closes)}`;
      return paused === '' ? hours : `${hours}, ${fixed.break[language]} ${paused}`;
    }
    if ('id' in value && 'en' in value) {
      const said = languages.filter((each) => each in value && String(value[each]) !== '');
      return said
        .map(
          (each) =>
            `${valueNames.language?.[each]?.[language] ?? languageTable[each].name}: ${write('', value[each])}`,
        )
        .join('\n');
    }
    return Object.entries(value)
      .filter(([key]) => key !== 'dots')
      .map(([key, each]) => `${field(key)}: ${write(key, each)}`)
      .join(', ');
  };

  return {
    act: (name) => acts[name]?.[language] ?? name,
    subject: (subject, before, after) => {
      if (subject === null) return '';
      const [kind = '', id] = subject.split(':');
      if (id === undefined) return noun(kind);
      const gone = [after, before].find(isRecord);
      const own = gone && (gone.displayName ?? gone.label ?? gone.number ?? gone.name);
      const name =
        nameOf(kind, id) ?? (own === undefined ? id : isRecord(own) ? String(own.id) : String(own));
      return `${noun(kind)} ${name}`;
    },
    actor: ({ user, actor, program }) => {
      if (user) return user.displayName;
      if (program !== null) return `${fixed.program[language]} ${program}`;
      return actor === 'system' ? 'Antre' : (nameOf('device', actor) ?? actor);
    },
    field: (path) => (path === '' ? fixed.whole[language] : field(path)),
    value: write,
  };
}

function writeDate(date: string, language: keyof Said): string {
  return new Intl.DateTimeFormat(language === 'id' ? 'id-ID' : 'en-GB', {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(new Date(`${date}T00:00:00Z`));
}

/** Times are written with a point in Indonesian. */
function clock(time: unknown): string {
  return String(time).replace(':', '.');
}
