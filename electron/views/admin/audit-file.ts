import { DateTime } from 'luxon';
import { type AuditFileQuery, auditFileMost } from '../../contract/admin-audit';
import { changesOf, factsOf } from '../../contract/history/changes';
import { historyTexts, historyWords } from '../../contract/history/history-words';
import type { Language } from '../../contract/languages';
import { query, type Reader } from '../../store/store';
import { readReportNames } from '../reports/names';
import type { ReportTable } from '../reports/report-file';
import type { ViewContext } from '../view-context';
import { fittingActs } from './audit-view';

const columns = ['time', 'who', 'act', 'about', 'number', 'reason', 'address', 'changes'] as const;

/**
 * The acts that fit as a table in words, the newest first, times by the hall's clock. Past `auditFileMost` acts the last
 * row says that there are older ones.
 */
export function auditTable(context: ViewContext, { language, ...wanted }: AuditFileQuery): ReportTable {
  const t = historyTexts.in(language);
  const headings = columns.map((column) => t(`heading.${column}`));
  const { timezone } = context.hall.settings;
  const moment = (instant: string | number) =>
    (typeof instant === 'number' ? DateTime.fromMillis(instant) : DateTime.fromISO(instant))
      .setZone(timezone)
      .toFormat('yyyy-MM-dd HH:mm:ss');
  const said = historyWords(language, { nameOf: namesIn(context.reader, language), moment });
  const acts = fittingActs(context, wanted, auditFileMost + 1);
  const rows = acts.slice(0, auditFileMost).map((act) => {
    const { number, reason, address } = factsOf(act);
    const changes = changesOf(act).map(
      ({ path, before, after }) =>
        `${said.field(path)}: ${said.value(path, before)} → ${said.value(path, after)}`,
    );
    return [
      moment(act.at),
      said.actor(act),
      said.act(act.action),
      said.subject(act.subject, act.before, act.after),
      number,
      reason,
      address,
      changes.join('\n'),
    ];
  });
  const isCut = acts.length > auditFileMost;
  return {
    title: t('sheet'),
    sheet: t('sheet'),
    headings,
    rows: isCut
      ? [...rows, [t('more', { most: auditFileMost }), ...headings.slice(1).map(() => null)]]
      : rows,
  };
}

/** The names of what acts were about, archived or not. */
function namesIn(reader: Reader, language: Language) {
  const of = (by: 'counter' | 'service' | 'user') =>
    new Map([...readReportNames(reader, by)].map(([id, { name }]) => [id, name[language] || name.id]));
  const labels = reader.all(query.selectFrom('desks').select(['id', 'label']));
  const devices = reader.all(query.selectFrom('devices').select(['id', 'name']));
  const names: Readonly<Record<string, ReadonlyMap<string, string>>> = {
    counter: of('counter'),
    service: of('service'),
    user: of('user'),
    desk: new Map(labels.map(({ id, label }) => [String(id), label])),
    device: new Map(devices.map(({ id, name }) => [id, name])),
  };
  return (noun: string, id: string) => names[noun]?.get(id);
}
