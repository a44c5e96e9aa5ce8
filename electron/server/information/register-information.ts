import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Clock } from '../../clock';
import { language } from '../../contract/common';
import type { HallInformation } from '../../contract/information';
import { byId } from '../../contract/routes/collection';
import { informationView } from '../../views/information-view';
import { publicMaklumatView } from '../../views/standards/maklumat-view';
import { publicStandardView } from '../../views/standards/standards';
import { lookAt } from '../../views/view-context';
import { rateConfig } from '../bounds/bound-requests';
import { KeptTexts } from '../bounds/kept-texts';
import type { ServerParts } from '../parts';
import { languageOf } from '../problems';
import { informationCalendar } from './calendar';
import { informationPage } from './page';
import { fontAddress } from './page-font';
import { pageScript } from './page-script';
import { maklumatPage, standardPage } from './standard-page';

/** Many ask at once after a link was shared; what they are told is this old at most. */
const freshMs = 2_000;

const informationQuery = z.strictObject({
  lang: language.optional(),
  /** A counter's code. */
  counter: z.string().max(3).optional(),
  /** What the reader looks for. */
  cari: z.string().max(60).optional(),
});
type Query = z.output<typeof informationQuery>;

/** Stands in a kept page where each answer's own nonce goes. */
const nonceMark = 'CSP_NONCE';

/** The public page and its calendar: `/info`, `/info.ics`. Anybody may read them, and sites of the hall frame the page. */
export function registerInformation(app: FastifyInstance, parts: ServerParts): void {
  const information = keptFresh(parts.clock, () => informationView(lookAt(parts)));
  const texts = new KeptTexts(parts.clock, freshMs);
  const font = fontAddress(parts.pagesDir);
  /** Counters that aren't there are all the same: strangers could think of any number of them. */
  const chosen = (code: string | undefined) =>
    code === undefined ? null : parts.hall().counters.some((counter) => counter.code === code) ? code : '';
  const options = { schema: { querystring: informationQuery, hide: true }, config: rateConfig.public_page };
  app.get<{ Querystring: Query }>('/info', options, (request, reply) => {
    const { settings } = parts.hall();
    const wanted = request.query.lang ?? languageOf(request.headers['accept-language']);
    const language = settings.languages.includes(wanted) ? wanted : (settings.languages[0] ?? 'id');
    const counterCode = chosen(request.query.counter);
    letSitesFrame(reply, settings.infoFrameAncestors);
    const typed = request.query.cari?.trim() ?? '';
    const make = () =>
      informationPage(information(), {
        language,
        languages: settings.languages,
        nonce: nonceMark,
        counterCode,
        typed,
        font,
      });
    // What is looked for is anything at all: kept, it would push out what everybody reads.
    const page = typed === '' ? texts.get(`page ${language} ${counterCode}`, make) : make();
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(page.replaceAll(nonceMark, reply.cspNonce.style));
  });
  registerStandards(app, parts, font);
  app.get('/info.js', { schema: { hide: true } }, (_request, reply) =>
    reply.type('text/javascript; charset=utf-8').header('cache-control', 'max-age=3600').send(pageScript),
  );
  app.get<{ Querystring: Query }>('/info.ics', options, (request, reply) => {
    const counterCode = chosen(request.query.counter);
    return reply
      .type('text/calendar; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(texts.get(`calendar ${counterCode}`, () => informationCalendar(information(), counterCode)));
  });
}

/** The pages of a service's standard and of the hall's Maklumat. */
function registerStandards(app: FastifyInstance, parts: ServerParts, font: string | null): void {
  const querystring = z.strictObject({ lang: language.optional() });
  const config = rateConfig.public_page;
  const show = (
    request: FastifyRequest<{ Querystring: z.output<typeof querystring> }>,
    reply: FastifyReply,
    make: (options: Parameters<typeof maklumatPage>[2]) => string,
  ) => {
    const { settings } = parts.hall();
    const wanted = request.query.lang ?? languageOf(request.headers['accept-language']);
    letSitesFrame(reply, settings.infoFrameAncestors);
    const text = make({
      language: settings.languages.includes(wanted) ? wanted : (settings.languages[0] ?? 'id'),
      languages: settings.languages,
      nonce: reply.cspNonce.style,
      font,
      hallName: settings.siteName,
    });
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(text);
  };
  app.get<{ Params: { id: string }; Querystring: z.output<typeof querystring> }>(
    '/info/standar/:id',
    { schema: { params: byId, querystring, hide: true }, config },
    (request, reply) => {
      const { id } = request.params;
      const isService = parts.hall().service.has(Number(id));
      const standard = isService ? publicStandardView(lookAt(parts), Number(id), 'information') : null;
      return show(request, reply.code(standard ? 200 : 404), (options) =>
        standardPage(standard, `/info/standar/${id}`, options),
      );
    },
  );
  app.get<{ Querystring: z.output<typeof querystring> }>(
    '/info/maklumat',
    { schema: { querystring, hide: true }, config },
    (request, reply) => {
      const maklumat = publicMaklumatView(lookAt(parts), 'information');
      return show(request, reply.code(maklumat ? 200 : 404), (options) =>
        maklumatPage(maklumat, '/info/maklumat', options),
      );
    },
  );
}

/** Only these pages may stand in a frame, and only in those of the sites that the hall named. */
function letSitesFrame(reply: FastifyReply, sites: readonly string[]): void {
  if (sites.length === 0) return;
  const policy = String(reply.getHeader('content-security-policy') ?? '');
  reply.header(
    'content-security-policy',
    policy.replace("frame-ancestors 'none'", `frame-ancestors 'self' ${sites.join(' ')}`),
  );
  // Older than `frame-ancestors`, and can't name sites.
  reply.removeHeader('x-frame-options');
}

function keptFresh(clock: Clock, make: () => HallInformation): () => HallInformation {
  let kept: { readonly information: HallInformation; readonly at: number } | undefined;
  return () => {
    const now = clock.now();
    // By the distance: a clock that was set back would else show the same for hours.
    if (!kept || Math.abs(now - kept.at) > freshMs) kept = { information: make(), at: now };
    return kept.information;
  };
}
