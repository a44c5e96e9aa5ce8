import { once } from 'node:events';
import { request as httpsRequest } from 'node:https';
import { text } from 'node:stream/consumers';
import type { PeerCertificate, TLSSocket } from 'node:tls';

export interface HttpsAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  /** The certificate that was shown. */
  readonly certificate: PeerCertificate;
}

/**
 * Asks by https and believes this authority alone. `name`: which the certificate has to be for, whichever it is sent to
 * (127.0.0.1). Rejects with the reason where the certificate isn't good.
 */
export async function askByHttps(
  {
    port,
    authority,
    name = 'localhost',
  }: { readonly port: number; readonly authority: string; readonly name?: string },
  path: string,
  options: {
    readonly method?: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: unknown;
  } = {},
): Promise<HttpsAnswer> {
  const { method = 'GET', headers = {}, body } = options;
  const isAddress = /^[0-9.]+$|:/.test(name);
  const sent = httpsRequest({
    host: '127.0.0.1',
    port,
    path,
    method,
    ca: authority,
    agent: false,
    ...(isAddress ? {} : { servername: name }),
    headers: {
      host: `${name}:${port}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
  });
  sent.end(body === undefined ? undefined : JSON.stringify(body));
  const [response] = await once(sent, 'response');
  const certificate = (response.socket as TLSSocket).getPeerCertificate();
  return { status: response.statusCode, headers: response.headers, text: await text(response), certificate };
}
