import { useQuery } from '@tanstack/react-query';
import type { AuditPage } from '../../../electron/contract/admin-audit';
import { routeSummaries } from '../../../electron/contract/route-summaries';
import { weekdayName } from '../../../electron/texts/weekdays';
import { callRoute } from '../../client/api';
import { formatDayAndMonth } from '../../i18n/time';
import { type TextKey, useTexts } from '../texts/use-texts';
import { actionsInIndonesian, type FieldName, fieldNames, furtherActions } from './audit-names';

type Entry = AuditPage['entries'][number];

/** What is written down in codes, in the words of whoever reads it. */
export interface AuditWords {
  action(name: string): string;
  /** `counter:3` by its name, also of one that is gone. */
  subject(subject: string | null, before: unknown, after: unknown): string;
  actor(entry: Pick<Entry, 'user' | 'actor' | 'program'>): string;
  /** The place of a difference: `zone`, `counters.A.desks.2.label`. */
  field(path: string): string;
  value(path: string, value: unknown): string;
}

const keptForMs = 60_000;

export function useAuditWords(): AuditWords {
  const { t, local, language } = useTexts();
  const archivedToo = { query: { archived: 'true' } } as const;
  const once = { staleTime: keptForMs };
  const counters = useQuery({
    queryKey: ['admin', 'counters', 'all'],
    queryFn: () => callRoute('adminCounters', archivedToo),
    ...once,
  });
  const services = useQuery({
    queryKey: ['admin', 'services', 'all'],
    queryFn: () => callRoute('adminServices', archivedToo),
    ...once,
  });
  const desks = useQuery({
    queryKey: ['admin', 'desks', 'all'],
    queryFn: () => callRoute('adminDesks', archivedToo),
    ...once,
  });
  const people = useQuery({ queryKey: ['admin', 'users'], queryFn: () => callRoute('users'), ...once });

  const nameOf = (noun: string, id: string): string | undefined => {
    const named = (row: { readonly name: Parameters<typeof local>[0] } | undefined) => row && local(row.name);
    if (noun === 'counter') return named(counters.data?.find((each) => each.id === id));
    if (noun === 'service') return named(services.data?.find((each) => each.id === id));
    if (noun === 'desk') return desks.data?.find((each) => each.id === id)?.label;
    if (noun === 'user') return people.data?.find((each) => each.id === id)?.displayName;
    return undefined;
  };
  const noun = (name: string) => {
    const key = `audit.noun.${name}`;
    const text = t(key as TextKey);
    return text === key ? name : text;
  };
  const field = (path: string): string => {
    const names = fieldNames as Readonly<Record<string, FieldName>>;
    return path
      .split('.')
      .map((part) => names[part]?.[language] ?? ownName(part))
      .join(' › ');
  };
  const write = (path: string, value: unknown): string => {
    const last = path.split('.').at(-1) ?? '';
    if (value === null || value === undefined || value === '') return '–';
    if (typeof value === 'boolean') return t(value ? 'audit.yes' : 'audit.no');
    if (typeof value === 'number') return String(value);
    if (typeof value === 'string') {
      if (/^\d{4}-\d\d-\d\d$/.test(value))
        return `${formatDayAndMonth(value, language)} ${value.slice(0, 4)}`;
      if (last === 'role' || last === 'roles') return t(`role.${value}` as TextKey);
      if (last === 'group') return t(`group.${value}` as TextKey);
      if (/Ids?$/.test(last)) return nameOf(last.replace(/Ids?$/, ''), value) ?? value;
      if (/^(counter|service):\d+$/.test(value)) {
        const [kind = '', id = ''] = value.split(':');
        return `${noun(kind)} ${nameOf(kind, id) ?? id}`;
      }
      return value;
    }
    if (Array.isArray(value)) {
      if (value.length === 0) return '–';
      return value.map((each) => write(last, each)).join(value.some(isObject) ? '\n' : ', ');
    }
    return writeObject(value as Readonly<Record<string, unknown>>);
  };
  const writeObject = (value: Readonly<Record<string, unknown>>): string => {
    if (typeof value.weekday === 'number') {
      const breaks = (value.breaks ?? []) as readonly { readonly from: string; readonly to: string }[];
      const hours = `${clock(value.opens)}–${clock(value.closes)}`;
      const paused = breaks.map(({ from, to }) => `${clock(from)}–${clock(to)}`).join(', ');
      return `${weekdayName(value.weekday, language)} ${hours}${paused === '' ? '' : `, ${t('week.breaks', { breaks: paused })}`}`;
    }
    if ('id' in value && 'en' in value && 'jv' in value) {
      const languages = ['id', 'en', 'jv'] as const;
      const said = languages.filter((each) => String(value[each]) !== '');
      return said.map((each) => `${t(`language.${each}`)}: ${write('', value[each])}`).join('\n');
    }
    return Object.entries(value)
      .map(([key, each]) => `${field(key)}: ${write(key, each)}`)
      .join(', ');
  };
  return {
    action: (name) =>
      furtherActions[name]?.[language] ??
      (language === 'id' ? (actionsInIndonesian as Readonly<Record<string, string>>)[name] : undefined) ??
      routeSummaries[name] ??
      name,
    subject: (subject, before, after) => {
      if (subject === null) return '';
      const [kind = '', id] = subject.split(':');
      if (id === undefined) return noun(kind) === kind ? '' : noun(kind);
      const gone = [after, before].find(isObject);
      const own = gone && (gone.displayName ?? gone.label ?? gone.number ?? gone.name);
      const name =
        nameOf(kind, id) ?? (own === undefined ? id : isObject(own) ? String(own.id) : String(own));
      return `${noun(kind)} ${name}`;
    },
    actor: ({ user, actor, program }) => {
      if (user) return user.displayName;
      if (program !== null) return t('audit.program', { name: program });
      return actor === 'system' ? 'Antre' : actor;
    },
    field: (path) => (path === '' ? t('audit.whole') : field(path)),
    value: write,
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A field of a record by its own name, `idleSeconds`; the letters of a counter and a service's name stay as they are. */
function ownName(part: string): string {
  return /^[a-z]+[A-Z][A-Za-z]*$/.test(part) ? part.replace(/([A-Z])/g, ' $1').toLowerCase() : part;
}

/** Times are written with a point in Indonesian. */
function clock(time: unknown): string {
  return String(time).replace(':', '.');
}
