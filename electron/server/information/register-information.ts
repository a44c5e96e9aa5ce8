import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Clock } from '../../clock';
import { language } from '../../contract/common';
import type { HallInformation } from '../../contract/information';
import { informationView } from '../../views/information-view';
import type { ServerParts } from '../parts';
import { languageOf } from '../problems';
import { lookAt } from '../register-routes';
import { informationCalendar } from './calendar';
import { informationPage } from './page';
import { pageScript } from './page-script';

/** Many ask at once after a link was shared; what they are told is this old at most. */
const freshMs = 2_000;

const informationQuery = z.strictObject({
  lang: language.optional(),
  /** A counter's code. */
  counter: z.string().max(3).optional(),
});
type Query = z.output<typeof informationQuery>;

/** The public page and its calendar: `/info`, `/info.ics`. Anybody may read them, and sites of the hall frame the page. */
export function registerInformation(app: FastifyInstance, parts: ServerParts): void {
  const information = keptFresh(parts.clock, () => informationView(lookAt(parts)));
  const schema = { querystring: informationQuery, hide: true };
  app.get<{ Querystring: Query }>('/info', { schema }, (request, reply) => {
    const { settings } = parts.hall();
    const wanted = request.query.lang ?? languageOf(request.headers['accept-language']);
    letSitesFrame(reply, settings.infoFrameAncestors);
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(
        informationPage(information(), {
          language: settings.languages.includes(wanted) ? wanted : (settings.languages[0] ?? 'id'),
          languages: settings.languages,
          nonce: reply.cspNonce.style,
          counterCode: request.query.counter ?? null,
        }),
      );
  });
  app.get('/info.js', { schema: { hide: true } }, (_request, reply) =>
    reply.type('text/javascript; charset=utf-8').header('cache-control', 'max-age=3600').send(pageScript),
  );
  app.get<{ Querystring: Query }>('/info.ics', { schema }, (request, reply) =>
    reply
      .type('text/calendar; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(informationCalendar(information(), request.query.counter ?? null)),
  );
}

/** Only this page may stand in a frame, and only in those of the sites that the hall named. */
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
