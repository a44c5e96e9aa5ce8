import type { FastifyReply, FastifyRequest } from 'fastify';

const sessionName = 'antre_session';
const deviceName = 'antre_device';
/** Browsers keep a cookie of such a name only by https, from this very server. */
const securePrefix = '__Host-';

/**
 * A cookie that proves somebody. By https it has a name of its own: browsers tell no ports apart, and keep one by plain
 * HTTP out where one by https has its name, so that who once came by https could never sign in by http again.
 */
export class ProvingCookie {
  readonly #name: string;

  constructor(name: string) {
    this.#name = name;
  }

  /** Returns the tokens that a request carries, that of https first. */
  of({ cookies }: FastifyRequest): readonly string[] {
    return [cookies[securePrefix + this.#name], cookies[this.#name]].filter((each) => each !== undefined);
  }

  /** Returns the one that a browser had by https and would never tell by plain HTTP, if there is one. */
  ofHttps({ cookies }: FastifyRequest): readonly string[] {
    return [cookies[securePrefix + this.#name]].filter((each) => each !== undefined);
  }

  /** Gives the cookie with an answer; `maxAge` in seconds, until the browser is closed where there is none. */
  give(request: FastifyRequest, reply: FastifyReply, token: string, maxAge?: number): void {
    const options = { ...optionsOf(isByHttps(request)), ...(maxAge === undefined ? {} : { maxAge }) };
    reply.setCookie(this.#nameBy(request), token, options);
  }

  /** Takes it back, whichever of the two the browser has and would take an answer about. */
  takeBack(request: FastifyRequest, reply: FastifyReply): void {
    reply.clearCookie(this.#name, optionsOf(false));
    if (isByHttps(request)) reply.clearCookie(securePrefix + this.#name, optionsOf(true));
  }

  #nameBy(request: FastifyRequest): string {
    return isByHttps(request) ? securePrefix + this.#name : this.#name;
  }
}

export const sessionCookie = new ProvingCookie(sessionName);
export const deviceCookie = new ProvingCookie(deviceName);

/** Whether the browser's page came by https. */
function isByHttps(request: FastifyRequest): boolean {
  // What was guarded before is this server's own origin; behind a proxy that isn't trusted it alone tells of https.
  return request.protocol === 'https' || (request.headers.origin?.startsWith('https:') ?? false);
}

function optionsOf(secure: boolean) {
  return { path: '/', httpOnly: true, sameSite: 'strict', secure } as const;
}
