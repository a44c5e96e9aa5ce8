import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { DateTime } from 'luxon';
import type { Language, Problem } from '../contract/common';
import { languages } from '../contract/languages';
import { type ProblemCode, problemStatus } from '../contract/problems';
import type { Log } from '../log';
import { Refusal, type RefusalDetails } from '../queue/refusal';
import { isStorageFault } from '../store/store-errors';
import { catalogue } from '../texts/catalogue';
import { dateInWords } from '../texts/dates';
import { faultSentence } from '../texts/fault-sentence';
import { fieldFault } from '../texts/field-fault';
import type indonesian from '../texts/id/problems.json';
import { shortDate } from '../texts/short-dates';

/**
 * Of each problem a short name, and a sentence that tells a visitor or officer what to do. `{{opensAt}}` is a local day and time,
 * `{{until}}` a day, `{{retryAfter}}` minutes.
 */
const problemTexts = catalogue<typeof indonesian>(
  import.meta.glob('../texts/*/problems.json', { eager: true, import: 'default' }),
);

/** So many faults are told at most: whoever mends them sends again, and nobody makes megabytes of answer. */
export const faultsTold = 20;
/** A field's path, or what is said of it, may hold what was sent. */
const longestEcho = 200;

/** Puts a code into RFC 9457 problem details in the reader's language. */
export function describeProblem(
  code: ProblemCode,
  language: Language,
  details: RefusalDetails = {},
): Problem {
  const errors = details.errors?.slice(0, faultsTold).map(({ path, fault }) => ({
    path: clipped(path),
    code: fault.code,
    message: clipped(faultSentence(fault, language)),
  }));
  const known = code === 'service_closed' && !details.opensAt ? 'service_closed_for_good' : code;
  const text = problemTexts.in(language);
  return {
    type: `urn:antre:problem:${code}`,
    title: text(`${known}.title`),
    status: problemStatus[code],
    detail: text(`${known}.detail`, {
      opensAt: details.opensAt ? openingInWords(details.opensAt, language) : '',
      until: details.until ? dateInWords(details.until, language, 'year') : '',
      retryAfter: text('in_minutes', { count: Math.max(1, Math.ceil((details.retryAfter ?? 1) / 60)) }),
      fields: (errors ?? []).map(({ path }) => path || 'body').join(', '),
    }),
    code,
    ...(errors ? { errors } : {}),
    ...(details.opensAt === undefined ? {} : { opensAt: details.opensAt }),
    ...(details.retryAfter === undefined ? {} : { retryAfter: details.retryAfter }),
  };
}

function clipped(text: string): string {
  return text.length > longestEcho ? `${text.slice(0, longestEcho)}…` : text;
}

/** Answers a request with a problem. */
export function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  code: ProblemCode,
  details: RefusalDetails = {},
): FastifyReply {
  if (details.retryAfter !== undefined) reply.header('retry-after', details.retryAfter);
  const problem = describeProblem(code, languageOf(request.headers['accept-language']), details);
  return reply
    .code(problem.status)
    .type('application/problem+json')
    .header('cache-control', 'no-store')
    .serializer(JSON.stringify)
    .send(problem);
}

/** Turns whatever was thrown while a request was handled into its problem; what nobody expected is logged. */
export function errorAnswerer(
  log: Log,
): (error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply) => FastifyReply {
  return (error, request, reply) => {
    if (isStorageFault(error)) {
      log.error({ err: error, route: request.routeOptions.url }, 'the disk takes no more');
      return sendProblem(request, reply, 'storage_failed');
    }
    const answer = knownProblem(error);
    if (answer) return sendProblem(request, reply, answer.code, answer.details);
    log.error({ err: error, route: request.routeOptions.url }, 'a request failed');
    return sendProblem(request, reply, 'internal_error');
  };
}

function knownProblem(
  error: FastifyError | Error,
): { readonly code: ProblemCode; readonly details?: RefusalDetails } | undefined {
  if (error instanceof Refusal) return { code: error.code, details: error.details };
  // What the JSON parser itself refuses comes without a code.
  if (error instanceof SyntaxError && 'statusCode' in error) return { code: 'malformed_json' };
  const named = 'code' in error ? frameworkProblems[error.code] : undefined;
  const code = named ?? problemOfStatus('statusCode' in error ? error.statusCode : undefined);
  // What the framework says of it is about the request as such, and holds nothing of ours.
  return code === 'invalid_request'
    ? { code, details: { errors: [{ path: '', fault: fieldFault('not_whole') }] } }
    : code && { code };
}

/** What is the caller's fault by its status stays so, whichever library said it. */
function problemOfStatus(status: number | undefined): ProblemCode | undefined {
  if (status === undefined || status < 400 || status > 499) return undefined;
  return problemsOfStatus[status] ?? 'invalid_request';
}

const problemsOfStatus: Readonly<Record<number, ProblemCode>> = {
  401: 'not_signed_in',
  // A path that leaves the folder of files that are served.
  403: 'not_found',
  404: 'not_found',
  405: 'method_not_allowed',
  412: 'precondition_failed',
  413: 'too_large',
  415: 'unsupported_media_type',
  416: 'range_not_satisfiable',
  429: 'too_many_requests',
};

/** What Fastify refuses by itself, as the contract names it. */
const frameworkProblems: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_BAD_URL: 'not_found',
  FST_ERR_MAX_PARAM_LENGTH: 'not_found',
  FST_ERR_ASYNC_CONSTRAINT: 'not_found',
  FST_ERR_CTP_INVALID_JSON_BODY: 'malformed_json',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'malformed_json',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'invalid_request',
  FST_ERR_CTP_BODY_TOO_LARGE: 'too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported_media_type',
};

/** The first of the languages that the reader prefers; Indonesian where none is asked for. */
export function languageOf(header: string | undefined): Language {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters.map((parameter) => /^\s*q=([0-9.]+)$/.exec(parameter)?.[1]).find(Boolean);
      return { language: tag.split('-')[0] ?? '', quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter((each) => each.quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { language } of wanted) {
    const known = languages.find((each) => each === language);
    if (known) return known;
  }
  return 'id';
}

/** `Rabu 9 Des 08.00`: the instant carries the site's own offset. */
function openingInWords(instant: string, language: Language): string {
  const moment = DateTime.fromISO(instant, { setZone: true });
  return `${shortDate(moment.toFormat('yyyy-MM-dd'), language)} ${moment.toFormat('HH.mm')}`;
}
