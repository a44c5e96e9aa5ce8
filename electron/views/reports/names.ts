import { z } from 'zod';
import { type Localized, localized } from '../../contract/common';
import { inEachLanguage } from '../../contract/languages';
import type { SummaryGrouping } from '../../contract/reports';
import { query, type Reader } from '../../store/store';
import { catalogue } from '../../texts/catalogue';
import type indonesian from '../../texts/id/report-names.json';

const texts = catalogue<typeof indonesian>(
  import.meta.glob('../../texts/*/report-names.json', { eager: true, import: 'default' }),
);

export interface ReportName {
  readonly name: Localized;
  readonly counterCode: string | null;
}

const alike = (text: string): Localized => inEachLanguage(() => text);
const json = z.string().transform((text): unknown => JSON.parse(text));
const nameOf = (text: string, fallback: string): Localized => {
  const parsed = json.pipe(localized).safeParse(text);
  return parsed.success ? parsed.data : alike(fallback);
};

/** What nobody called has neither desk nor officer. */
export const nobody: Readonly<Record<'desk' | 'user', ReportName>> = {
  desk: { name: texts.everywhere('not_called'), counterCode: null },
  user: { name: texts.everywhere('not_called'), counterCode: null },
};

/** The names by id of what a grouping is about, archived or not, in the order of the menu. */
export function readReportNames(reader: Reader, by: SummaryGrouping): Map<string, ReportName> {
  switch (by) {
    case 'counter':
      return mapOf(
        reader.all(query.selectFrom('counters').orderBy('position').orderBy('id').selectAll()),
        (row) => ({ name: nameOf(row.nameJson, row.code), counterCode: row.code }),
      );
    case 'service':
      return mapOf(
        reader.all(
          query
            .selectFrom('services')
            .innerJoin('counters', 'counters.id', 'services.counterId')
            .orderBy('counters.position')
            .orderBy('services.position')
            .orderBy('services.id')
            .select(['services.id', 'services.nameJson', 'counters.code']),
        ),
        (row) => ({ name: nameOf(row.nameJson, String(row.id)), counterCode: row.code }),
      );
    case 'desk':
      return mapOf(
        reader.all(
          query
            .selectFrom('desks')
            .innerJoin('counters', 'counters.id', 'desks.counterId')
            .orderBy('desks.number')
            .orderBy('desks.id')
            .select(['desks.id', 'desks.label', 'counters.code']),
        ),
        (row) => ({
          name: texts.everywhere('desk', { label: row.label }),
          counterCode: row.code,
        }),
      );
    case 'user':
      return mapOf(
        reader.all(query.selectFrom('users').orderBy('displayName').select(['id', 'displayName'])),
        (row) => ({ name: alike(row.displayName), counterCode: null }),
      );
    default:
      return new Map();
  }
}

function mapOf<Row extends { readonly id: number }>(
  rows: readonly Row[],
  describe: (row: Row) => ReportName,
): Map<string, ReportName> {
  return new Map(rows.map((row) => [String(row.id), describe(row)]));
}
