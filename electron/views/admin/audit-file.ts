import { DateTime } from 'luxon';
import { type AuditFileQuery, auditFileMost } from '../../contract/admin-audit';
import { changesOf, factsOf } from '../../contract/history/changes';
import { historyWords } from '../../contract/history/history-words';
import { query, type Reader } from '../../store/store';
import { readReportNames } from '../reports/names';
import type { ReportTable } from '../reports/report-file';
import type { ReportLanguage } from '../reports/report-words';
import type { ViewContext } from '../view-context';
import { fittingActs } from './audit-view';

const words = {
  id: {
    sheet: 'Riwayat',
    headings: ['Waktu', 'Siapa', 'Tindakan', 'Tentang', 'Nomor', 'Alasan', 'Alamat komputer', 'Perubahan'],
    more: `Hanya ${auditFileMost} catatan terbaru. Persempit tanggalnya untuk yang lebih lama.`,
  },
  en: {
    // Excel keeps "History" for itself.
    sheet: 'Acts',
    headings: ['Time', 'Who', 'What was done', 'About', 'Number', 'Reason', 'Computer', 'Changes'],
    more: `Only the newest ${auditFileMost} acts. Choose fewer days for older ones.`,
  },
} as const satisfies Readonly<Record<ReportLanguage, unknown>>;

/**
 * The acts that fit as a table in words, the newest first, times by the hall's clock. Past `auditFileMost` acts the last
 * row says that there are older ones.
 */
export function auditTable(context: ViewContext, { language, ...wanted }: AuditFileQuery): ReportTable {
  const { sheet, headings, more } = words[language];
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
    title: sheet,
    sheet,
    headings,
    rows: isCut ? [...rows, [more, ...headings.slice(1).map(() => null)]] : rows,
  };
}

/** The names of what acts were about, archived or not. */
function namesIn(reader: Reader, language: ReportLanguage) {
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
