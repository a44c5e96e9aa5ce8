import { sql } from 'kysely';
import type { Language } from '../../../contract/common';
import { Turns } from '../../../server/bounds/turns';
import { dateInWords } from '../../../texts/dates';
import { asWorkbook, type ReportTable } from '../../../views/reports/report-file';
import { reportTexts } from '../../../views/reports/report-words';
import type { CentreParts } from '../../parts';
import { hallNames } from '../../views/day-rows';
import { centrePresenceView } from '../../views/presence-view';
import { presenceTableOf, summaryTableOf } from '../../views/report-tables';
import { centreComplaintsView, centreSkmView } from '../../views/skm-view';
import { centreSummaryView } from '../../views/summary-view';
import { type CentreHandlers, type CentreRequest, signedIn } from '../route-request';

/** A page asks several at once, and a province's takes a while. */
const bounds = { waiting: 60, waitingEach: 12 };

/** Reports over halls and time. */
export function reportHandlers(parts: CentreParts) {
  const { database } = parts;
  const turns = new Turns(2, bounds);
  const seenOf = (request: Parameters<typeof signedIn>[0]) => signedIn(request).hallIds;
  const take = <Result>(request: Parameters<typeof signedIn>[0], work: () => Promise<Result>) =>
    turns.take(String(signedIn(request).accountId), work);
  /** Sends a table as a workbook for people. */
  const sendWorkbook = async (
    request: CentreRequest<'reportSummaryFile'> | CentreRequest<'reportPresenceFile'>,
    name: string,
    makeTable: (language: Language) => Promise<ReportTable>,
  ) => {
    const { from, to, language = 'id' } = request.query;
    const table = await take(request, () => makeTable(language));
    const { name: centre } = await database.query
      .selectFrom('centre')
      .select('name')
      .executeTakeFirstOrThrow();
    const t = reportTexts.in(language);
    const day = (date: string) => dateInWords(date, language, 'year');
    const lines = [`${t('heading.period')}: ${from === to ? day(from) : `${day(from)} – ${day(to)}`}`];
    const file = await asWorkbook([table], { hall: centre, lines });
    request.reply.header('content-disposition', `attachment; filename="${name}-${from}-${to}.xlsx"`);
    return { status: 200 as const, body: Buffer.from(file) as unknown as string };
  };
  return {
    reportChoices: async (request) => {
      const seen = seenOf(request);
      const halls = [...(await hallNames(database, seen))].map(([id, name]) => ({ id: String(id), name }));
      const ids = halls.map(({ id }) => Number(id));
      if (ids.length === 0) return { status: 200, body: { halls, agencies: [], newest: null } };
      const agencies = await database.query
        .selectFrom('hall_counters')
        .select('agency')
        .distinct()
        .where('hall_id', 'in', ids)
        .where('agency', '!=', '')
        .orderBy('agency')
        .execute();
      const { newest } = await database.query
        .selectFrom('day_sums')
        .select(sql<string | null>`max(date)`.as('newest'))
        .where('hall_id', 'in', ids)
        .executeTakeFirstOrThrow();
      return { status: 200, body: { halls, agencies: agencies.map(({ agency }) => agency), newest } };
    },
    reportSummary: async (request) => ({
      status: 200,
      body: {
        rows: await take(request, () =>
          centreSummaryView(database, { ...request.query, seen: seenOf(request) }),
        ),
      },
    }),
    reportSummaryFile: (request) =>
      sendWorkbook(request, `ringkasan-${request.query.by}`, async (language) => {
        const rows = await centreSummaryView(database, { ...request.query, seen: seenOf(request) });
        return summaryTableOf(rows, request.query.by, language);
      }),
    reportPresence: async (request) => ({
      status: 200,
      body: {
        rows: await take(request, () =>
          centrePresenceView(database, { ...request.query, seen: seenOf(request) }),
        ),
      },
    }),
    reportPresenceFile: (request) =>
      sendWorkbook(request, `kehadiran-${request.query.by}`, async (language) => {
        const rows = await centrePresenceView(database, { ...request.query, seen: seenOf(request) });
        return presenceTableOf(rows, request.query.by, language);
      }),
    reportSkm: async (request) => ({
      status: 200,
      body: await take(request, () => centreSkmView(database, { ...request.query, seen: seenOf(request) })),
    }),
    reportComplaints: async (request) => ({
      status: 200,
      body: { halls: await centreComplaintsView(database, seenOf(request)) },
    }),
  } satisfies Partial<CentreHandlers>;
}
