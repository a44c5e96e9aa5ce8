import { answerIndicator, clearIndicator } from '../../actions/evaluation/answer-indicator';
import { takeInInstrument } from '../../actions/evaluation/take-in-instrument';
import type { RouteName } from '../../contract/routes';
import { Refusal } from '../../queue/refusal';
import { readInstruments } from '../../store/instruments';
import type { Reader } from '../../store/store';
import { findAnswer } from '../../views/evaluation/answers-view';
import { instrumentsOf } from '../../views/evaluation/evaluation-view';
import { KeptFiles } from '../files/kept-files';
import { zipStream } from '../files/zip-stream';
import type { ServerParts } from '../parts';
import { edited, found, made, removed, requireUnchanged } from '../routing/edit';
import type { Handlers } from '../routing/route-request';

/** What the ministry asks of the hall in a year, and what it can show. */
export function evaluationHandlers({ dataDir, log }: Pick<ServerParts, 'dataDir' | 'log'>) {
  const files = new KeptFiles(dataDir);
  return {
    evaluationZip: async ({ heavy, query, reply }) => {
      const { year, made, reports, kept } = await heavy('evaluationBundle', query);
      reply.header('content-disposition', `attachment; filename="antre-evaluasi-${year}.zip"`);
      const there = kept.filter(({ file }) => files.isThere(file));
      // So that a page can tell how far it is.
      reply.header('antre-files', String(made.length + reports.length + there.length));
      const { language = 'id' } = query;
      const body = zipStream(
        oneByOne(made, reports, (report) => heavy('evaluationReport', { year, language, report })),
        there.map(({ name, file }) => ({ name, path: files.pathOf(file) })),
      );
      body.on('error', (error) => log.warn({ error: error.message }, 'an evaluation was not sent whole'));
      return { status: 200, body };
    },
    evaluation: async ({ heavy, query }) => ({ status: 200, body: await heavy('evaluation', query) }),
    answerIndicator: ({ act, params, body, raw }) =>
      act((context) => {
        const { transaction } = context;
        const asked = indicatorOf(transaction, params.id);
        const find = () => findAnswer(transaction, asked.year, asked.indicator.number);
        const before = find();
        if (before) return edited(raw, find, () => answerIndicator(context, asked, body));
        // What nobody filled in yet has version 0.
        requireUnchanged(raw, { version: 0 });
        answerIndicator(context, asked, body);
        const after = found(find());
        return { status: 200 as const, body: after, edit: { after } };
      }),
    clearIndicator: ({ act, params, raw }) =>
      act((context) => {
        const [year = 0, number = 0] = params.id.split('-').map(Number);
        return removed(
          raw,
          () => findAnswer(context.transaction, year, number),
          () => clearIndicator(context, year, number),
        );
      }),
    takeInInstrument: ({ act, body }) =>
      act((context) => {
        takeInInstrument(context, body);
        const kept = readInstruments(context.transaction).find(
          ({ instrument }) => instrument.year === body.year,
        );
        return made(
          'instrument',
          kept && {
            id: String(body.year),
            version: kept.version,
            name: kept.instrument.name,
            takenFrom: kept.instrument.source,
          },
        );
      }),
  } satisfies Partial<Handlers<RouteName>>;
}

/** What is made already, then each of the others when its turn comes. */
async function* oneByOne<Made, Later>(
  made: readonly Made[],
  later: readonly Later[],
  make: (each: Later) => Promise<Made>,
): AsyncGenerator<Made> {
  yield* made;
  for (const each of later) yield await make(each);
}

/** The indicator that `2026-18` names. Throws `Refusal('not_found')`. */
function indicatorOf(reader: Reader, id: string) {
  const [year = 0, number = 0] = id.split('-').map(Number);
  const instrument = instrumentsOf(reader).get(year)?.instrument;
  const indicator = instrument?.aspects
    .flatMap(({ indicators }) => indicators)
    .find((each) => each.number === number);
  if (!indicator) throw new Refusal('not_found');
  return { year, indicator };
}
