import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { language } from '../../contract/common';
import { rateConfig } from '../bounds/bound-requests';
import type { ServerParts } from '../parts';
import { languageOf, sendProblem } from '../problems';
import { certificateAddress, certificatePage } from './certificate-page';
import { type Https, httpsState } from './https-state';

const certificateQuery = z.strictObject({ lang: language.optional() });

/** The page with the hall's authority, `/sertifikat`, and its certificate: anybody may have them, they hold no secret. */
export function registerCertificatePage(
  app: FastifyInstance,
  parts: Pick<ServerParts, 'hall' | 'host'>,
  https: NonNullable<Https>,
): void {
  const options = { schema: { querystring: certificateQuery, hide: true }, config: rateConfig.public_page };
  app.get<{ Querystring: z.output<typeof certificateQuery> }>('/sertifikat', options, (request, reply) => {
    const { siteName, languages } = parts.hall().settings;
    const wanted = request.query.lang ?? languageOf(request.headers['accept-language']);
    const shown = languages.includes(wanted) ? wanted : (languages[0] ?? 'id');
    const { authority, addresses } = httpsState(https, parts, request);
    // The way by which somebody came is the one that leads on.
    const known = addresses.filter(
      (each) => new URL(each).hostname === new URL(`http://${request.host}`).hostname,
    );
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(
        certificatePage(
          { siteName, authority, addresses: known.length > 0 ? known : addresses },
          { language: shown, languages, nonce: reply.cspNonce.style },
        ),
      );
  });
  app.get(
    certificateAddress,
    { schema: { hide: true }, config: rateConfig.public_page },
    (request, reply) => {
      const { authority } = https.certificate;
      if (authority === null) return sendProblem(request, reply, 'not_found');
      https.certificate.giveOut();
      const name = httpsState(https, parts, request).authority?.name ?? 'Antre';
      return (
        reply
          .type('application/x-x509-ca-cert')
          .header('cache-control', 'no-store')
          // Not as an attachment: iPhones and Firefox then offer to install it.
          .header('content-disposition', `inline; filename="${name}.crt"`)
          .send(authority.raw)
      );
    },
  );
}
