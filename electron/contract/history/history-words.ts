import { type Catalogue, catalogue } from '../../texts/catalogue';
import { dateInWords, weekdayName } from '../../texts/dates';
import type indonesian from '../../texts/id/office/history.json';
import type { AuditEntry } from '../admin-audit';
import { isRecord } from '../is-record';
import { type Language, languages, languageTable } from '../languages';
import { actNames } from './act-names';
import { fieldName } from './field-names';
import { subjectNames } from './subject-names';
import { valueName } from './value-names';

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

/** What the history says besides names, and its file. */
export const historyTexts = catalogue<typeof indonesian>(
  import.meta.glob('../../texts/*/office/history.json', { eager: true, import: 'default' }),
);

/** The words of the history in one of the office's languages. */
export function historyWords(language: Language, { nameOf, moment }: HistoryNames): HistoryWords {
  const t = historyTexts.in(language);
  /** What is called so in the catalogue; what is not stays as it was written down. */
  const named = <Key extends string>(names: Catalogue<Key>, name: string) =>
    names.in(language)(name as Key) || name;
  const noun = (name: string) => named(subjectNames, name);
  const field = (path: string): string =>
    path
      .split('.')
      .map((part) => fieldName(part, language) ?? part)
      .join(' › ');

  const write = (path: string, value: unknown): string => {
    const last = path.split('.').at(-1) ?? '';
    if (value === null || value === undefined || value === '') return '–';
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
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
    const said = valueName(name, value, language);
    if (said !== undefined) return said;
    if (/^\d{4}-\d\d-\d\d$/.test(value)) return dateInWords(value, language, 'year');
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
      return paused === '' ? hours : `${hours}, ${t('break')} ${paused}`;
    }
    if ('id' in value && 'en' in value) {
      const said = languages.filter((each) => each in value && String(value[each]) !== '');
      return said
        .map(
          (each) =>
            `${valueName('language', each, language) ?? languageTable[each].name}: ${write('', value[each])}`,
        )
        .join('\n');
    }
    return Object.entries(value)
      .filter(([key]) => key !== 'dots')
      .map(([key, each]) => `${field(key)}: ${write(key, each)}`)
      .join(', ');
  };

  return {
    act: (name) => named(actNames, name),
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
      if (program !== null) return `${t('program')} ${program}`;
      if (actor === 'technician') return t('technician');
      return actor === 'system' ? 'Antre' : (nameOf('device', actor) ?? actor);
    },
    field: (path) => (path === '' ? t('whole') : field(path)),
    value: write,
  };
}

/** Times are written with a point in Indonesian. */
function clock(time: unknown): string {
  return String(time).replace(':', '.');
}
