import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { ProblemCode } from '../../contract/problems';
import { topicsOfList } from '../../contract/topic-list';
import { type Reach, reachesAny } from '../../queue/reach';
import { Refusal } from '../../queue/refusal';
import type { Hall } from '../../store/hall';
import { type FieldFault, fieldFault } from '../../texts/field-fault';
import type { Standing } from '../bounds/places';
import type { Callers } from '../callers';
import {
  isSameReach,
  sessionCallers,
  type Topic,
  type TopicParts,
  topicOf,
  type WantedTopic,
} from './topics';

/** What both ways to hear of topics take: the stream, and the plain request. */
export const topicsQuery = z.strictObject({
  /** `board,counter:7`; a comma in a name is `%2C`, encoded once more in the address. */
  topics: z.string().min(1).max(4000),
  /** The part of the hall that `board` is of. */
  zone: z.string().max(40).optional(),
  /** What `Last-Event-ID` says, for a page that opens its stream anew itself. */
  lastEventId: z.string().max(20).optional(),
  /** Topics that can't be told are named, and the others told: one line may serve several pages. */
  partly: z.literal('yes').optional(),
});
export type TopicsQuery = z.output<typeof topicsQuery>;
type TopicsRequest = FastifyRequest<{ Querystring: TopicsQuery }>;

/** The topics of the table of names, for OpenAPI. */
export const topicNames =
  'Topics: `board`, `board:ZONE`, `counters`, `display`, `ticket:TOKEN`; `kiosk` for a kiosk; ' +
  '`counter:ID`, `desk:ID` with a session; `hall`, `help`, `devices` for supervisors and admins; ' +
  '`device:ID` for a kiosk or display.';

const topicLimit = 64;
/** There are few that are public, and each is answered with a snapshot. */
const publicTopicLimit = 8;

/** What it takes to know topics, and who may hear of them. */
export interface AskedParts extends Pick<TopicParts, 'devices'> {
  readonly callers: Callers;
  readonly hall: () => Hall;
}

/** What a request asked to hear of. */
export interface AskedTopics {
  readonly wanted: readonly WantedTopic[];
  /** Whose places hearing of them takes. */
  readonly standing: Standing;
  /** By its name, why a topic isn't among them; empty unless the request takes less than all. */
  readonly refused: ReadonlyMap<string, string>;
}

/**
 * The topics that a request asks for and may hear. Throws `Refusal`: `invalid_request` for a name that is none, and for a topic
 * that isn't the caller's; where it takes less than all, only if nothing is left.
 */
export function askedTopics(request: TopicsRequest, { callers, devices, hall }: AskedParts): AskedTopics {
  const { topics, zone, partly } = request.query;
  const names = [...new Set(topicsOfList(topics))];
  const bad = (fault: FieldFault) => new Refusal('invalid_request', { errors: [{ path: 'topics', fault }] });
  const standing = callers.standingOf(request);
  const limit = standing.kind === 'proven' ? topicLimit : publicTopicLimit;
  if (names.length > limit) throw bad(fieldFault('too_many_topics', { limit }));
  const deviceId = callers.deviceOf(request)?.deviceId;
  const reach = () => callers.reachStill(request, sessionCallers)?.reach ?? null;
  const refused = new Map<string, string>();
  let first: Error | undefined;
  const wanted = names.flatMap((name) => {
    const topic = topicOf(name, zone, { hall: hall(), devices, deviceId, reach });
    const refusal = topic && whyUnheard(callers, request, topic, hall());
    if (topic && !refusal) return [topic];
    first ??= refusal ? new Refusal(refusal) : bad(fieldFault('no_topic', { name }));
    refused.set(name, refusal ?? 'bad_request');
    return [];
  });
  // Whoever isn't allowed gets 403 before the stream, signed in or not: a stream can't ask for a sign-in.
  if (first && (partly === undefined || wanted.length === 0)) throw first;
  return {
    wanted,
    standing: standing.kind === 'proven' ? standing : (visitorOf(wanted) ?? standing),
    refused,
  };
}

/** Why the caller may not, or may no longer, hear of a topic; undefined: they may. */
function whyUnheard(
  callers: Callers,
  request: FastifyRequest,
  { topic }: WantedTopic,
  hall: Hall,
): ProblemCode | undefined {
  if (topic.callers.includes('anyone') || topic.callers.includes('holder')) return undefined;
  const caller = callers.reachStill(request, topic.callers);
  return caller ? whyOutOfReach(topic, caller.reach, hall) : 'forbidden';
}

function whyOutOfReach({ within }: Topic, reach: Reach, hall: Hall): ProblemCode | undefined {
  if (within === 'any') return undefined;
  // Whoever reaches more or less than before asks anew.
  if (typeof within === 'object' && within.reach !== undefined && !isSameReach(within.reach, reach)) {
    return 'not_your_counter';
  }
  if (reach === null) return undefined;
  if (within === 'hall') return 'whole_hall_only';
  const counterIds = within.countersIn?.(hall);
  // What isn't there is told as such where it is looked for.
  return counterIds === undefined || reachesAny(reach, counterIds) ? undefined : 'not_your_counter';
}

/** Whether a stream may go on: its caller still may hear its topics, and their names still mean these. */
export function mayGoOn(
  request: FastifyRequest,
  wanted: readonly WantedTopic[],
  { callers, hall }: Pick<AskedParts, 'callers' | 'hall'>,
): boolean {
  const now = hall();
  return wanted.every(
    (each) => !whyUnheard(callers, request, each, now) && (each.isSettledIn?.(now) ?? true),
  );
}

/** Who follows a ticket is told by its token, wherever the phone is: a proxy gives all phones one address. */
function visitorOf(wanted: readonly WantedTopic[]): Standing | undefined {
  const ticket = wanted.find(({ topic }) => topic.callers.includes('holder'));
  return ticket && { kind: 'visitor', key: ticket.topic.key };
}

/** The newest call that the caller heard before, or null. */
export function lastSequence(request: TopicsRequest): number | null {
  const given = request.headers['last-event-id'] ?? request.query.lastEventId;
  const text = Array.isArray(given) ? given[0] : given;
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : null;
}
