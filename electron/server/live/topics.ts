import { deviceId } from '../../contract/admin-devices';
import type { Caller } from '../../contract/routes/route';
import type { Reach } from '../../queue/reach';
import type { Change } from '../../store/changes';
import { countersAround } from '../../store/desks-serving';
import type { Hall } from '../../store/hall';
import { ownDeviceView } from '../../views/admin/devices';
import { boardView } from '../../views/board-view';
import { counterSnapshotView, hallView } from '../../views/counter-view';
import { deskSnapshotView } from '../../views/desk-view';
import { displayView } from '../../views/display-view';
import { helpView } from '../../views/help-view';
import { menuView } from '../../views/menu-view';
import { holderTicketView } from '../../views/ticket-view';
import type { ViewContext } from '../../views/view-context';
import type { DeviceWatch } from '../devices/device-watch';
import { kioskView } from '../kiosk-view';

/** How a change concerns a topic: told with the next snapshots, at once, or not at all. */
export type Concern = 'none' | 'calmly' | 'at once';

/** What can be listened to: a snapshot, made anew whenever something that concerns it changed. */
export interface Topic {
  /** The same key is the same snapshot, made once for all who listen. */
  readonly key: string;
  readonly callers: readonly Caller[];
  /**
   * What of the hall it is, for accounts of some institutions: nothing that is an institution's own, the whole of it, or
   * a part: that of somebody's `reach`, and of `countersIn`, one of which it takes (undefined where there is none any more).
   */
  readonly within:
    | 'any'
    | 'hall'
    | {
        readonly reach?: Reach;
        readonly countersIn?: (hall: Hall) => readonly number[] | undefined;
      };
  /** Milliseconds between two snapshots, at least. */
  readonly calmMs: number;
  /** Throws `Refusal('not_found')` where what it is about isn't there (any more). */
  readonly build: (context: ViewContext) => unknown;
  readonly concern: (change: Change) => Concern;
}

/** What a listener asked for: a topic, and the name that its events have. */
export interface WantedTopic {
  readonly event: string;
  readonly topic: Topic;
  /** With a board come the calls: of one zone, or (null) of all; undefined: this is no board. */
  readonly callsOfZone?: string | null;
  /** Whether the same name still means this topic, now that the hall was set up anew; missing: always. */
  readonly isSettledIn?: (hall: Hall) => boolean;
}

const quickMs = 50;
/** A thousand phones follow their tickets; each place in line may be told half a second later. */
const phoneMs = 500;
/** Those who sign in. */
export const sessionCallers: readonly Caller[] = ['staff', 'supervisor', 'admin'];

/** What is shown of things that no row holds. */
export interface TopicParts {
  readonly hall: Hall;
  readonly devices: DeviceWatch;
  /** The device that asks, where one does. */
  readonly deviceId: string | undefined;
  /** What whoever asks reaches. */
  readonly reach: () => Reach;
}

/** The topic of a name (`board`, `counter:7`, `ticket:TOKEN` …), or undefined for a name that is none. */
export function topicOf(name: string, zone: string | undefined, parts: TopicParts): WantedTopic | undefined {
  const [kind = '', ...rest] = name.split(':');
  const argument = rest.join(':');
  if (rest.length === 0) {
    if (kind === 'board') return board(name, zone ?? null, parts.hall);
    const topic = plainTopic(kind, parts);
    return topic && { event: name, topic };
  }
  if (argument === '') return undefined;
  if (kind === 'board') return board(name, argument, parts.hall);
  if (kind === 'ticket' && /^[\w-]{22,64}$/.test(argument))
    return { event: name, topic: ticketTopic(argument) };
  if (kind === 'device' && deviceId.safeParse(argument).success) {
    return { event: name, topic: deviceTopic(argument) };
  }
  if (!/^[1-9]\d{0,14}$/.test(argument)) return undefined;
  if (kind === 'counter') return { event: name, topic: counterTopic(Number(argument)) };
  if (kind === 'desk') return deskTopic(name, Number(argument), parts);
  return undefined;
}

/** A zone that no counter has is no board of its own: strangers could think of any number of them. */
function board(event: string, asked: string | null, hall: Hall): WantedTopic {
  const zoneIn = ({ counters }: Hall) => (counters.some(({ zone }) => zone === asked) ? asked : null);
  const zone = zoneIn(hall);
  const topic: Topic = {
    key: zone === null ? 'board' : `board:${zone}`,
    callers: ['anyone'],
    within: 'any',
    calmMs: quickMs,
    build: (context) => boardView(context, zone ?? undefined),
    concern: queueing,
  };
  return { event, topic, callsOfZone: zone, isSettledIn: (now) => zoneIn(now) === zone };
}

function plainTopic(
  name: string,
  { devices, deviceId: own = '', reach: reachNow }: TopicParts,
): Topic | undefined {
  switch (name) {
    case 'counters':
      return {
        key: name,
        callers: ['anyone'],
        within: 'any',
        calmMs: quickMs,
        build: menuView,
        concern: queueing,
      };
    case 'display':
      return {
        key: name,
        callers: ['anyone'],
        within: 'any',
        calmMs: quickMs,
        build: displayView,
        concern: setUp,
      };
    case 'hall':
      return reachedTopic(name, reachNow(), { build: hallView, concern: queueing });
    case 'help':
      return reachedTopic(name, reachNow(), {
        build: helpView,
        concern: (change) => (change.kind === 'desk' ? 'at once' : setUp(change)),
      });
    case 'kiosk':
      return {
        key: kioskTopicKey(own),
        callers: ['kiosk'],
        within: 'any',
        calmMs: quickMs,
        build: (context) => kioskView(context, own, devices),
        // The printer's own changes come by `Hub.markChanged`.
        concern: setUp,
      };
    case 'printers':
      return {
        key: name,
        callers: sessionCallers,
        within: 'any',
        calmMs: phoneMs,
        build: () => devices.printers.now(),
        concern: ({ kind }) => (kind === 'configuration' ? 'at once' : kind === 'paper' ? 'calmly' : 'none'),
      };
    case 'devices':
      return {
        key: name,
        callers: ['supervisor', 'admin'],
        within: 'hall',
        calmMs: quickMs,
        build: (context) => devices.states(context),
        // What they tell of themselves comes by `Hub.markChanged`.
        concern: (change) => (change.kind === 'print_job' ? 'calmly' : setUp(change)),
      };
    default:
      return undefined;
  }
}

/** What supervisors see of their part of the hall: one feed for all who reach the same. */
function reachedTopic(
  name: string,
  reach: Reach,
  { build, concern }: { build(context: ViewContext, reach: Reach): unknown } & Pick<Topic, 'concern'>,
): Topic {
  return {
    key: keyWithin(name, reach),
    callers: ['supervisor', 'admin'],
    within: { reach },
    calmMs: quickMs,
    build: (context) => build(context, reach),
    concern,
  };
}

/** Of a name that is told to each as far as they reach. */
function keyWithin(name: string, reach: Reach): string {
  return reach === null ? name : `${name}:${reach.join()}`;
}

/** Whether two reach the same counters. */
export function isSameReach(one: Reach, other: Reach): boolean {
  return one?.join() === other?.join();
}

/** Each kiosk hears only what is wanted of its own printers. */
export function printerWishesKey(deviceId: string): string {
  return `printer-wishes:${deviceId}`;
}

/** Each kiosk has a snapshot of its own: its printer, its counters. */
export function kioskTopicKey(id: string): string {
  return `kiosk:${id}`;
}

function counterTopic(counterId: number): Topic {
  let around: ReadonlySet<number> = new Set([counterId]);
  return {
    key: `counter:${counterId}`,
    callers: sessionCallers,
    within: { countersIn: () => [counterId] },
    calmMs: quickMs,
    build: (context) => {
      around = countersAround(context.hall, [counterId]);
      return counterSnapshotView(context, counterId);
    },
    concern: (change) => (isAbout(change, around) ? queueing(change) : 'none'),
  };
}

/** Of a desk of several counters each is told what they reach. */
function deskTopic(event: string, deskId: number, { hall, reach: reachNow }: TopicParts): WantedTopic {
  const isShared = ({ desk }: Hall) => (desk.get(deskId)?.counterIds.length ?? 0) > 1;
  const reach = isShared(hall) ? reachNow() : null;
  let counterIds: ReadonlySet<number> = new Set();
  const topic: Topic = {
    key: keyWithin(`desk:${deskId}`, reach),
    callers: sessionCallers,
    within: {
      ...(isShared(hall) ? { reach } : {}),
      countersIn: (now) => now.desk.get(deskId)?.counterIds,
    },
    calmMs: quickMs,
    build: (context) => {
      counterIds = new Set(context.hall.desk.get(deskId)?.counterIds);
      return deskSnapshotView(context, deskId, reach);
    },
    concern: (change) => (isAbout(change, counterIds) ? queueing(change) : 'none'),
  };
  const wasShared = isShared(hall);
  return { event, topic, isSettledIn: (now) => isShared(now) === wasShared };
}

/** A device as it sees itself: its name, and the part of the hall it shows. */
function deviceTopic(id: string): Topic {
  return {
    key: `device:${id}`,
    callers: ['kiosk', 'display'],
    within: 'any',
    calmMs: quickMs,
    build: (context) => ownDeviceView(context, id),
    concern: setUp,
  };
}

function ticketTopic(token: string): Topic {
  let own:
    | {
        readonly ticketId: number;
        /** Its counter, and those that share a desk with it. */
        readonly itself: ReadonlySet<number>;
        readonly around: ReadonlySet<number>;
      }
    | undefined;
  return {
    key: `ticket:${token}`,
    callers: ['holder'],
    within: 'any',
    calmMs: phoneMs,
    build: (context) => {
      const view = holderTicketView(context, token);
      own = {
        ticketId: Number(view.id),
        itself: new Set([Number(view.counter.id)]),
        around: countersAround(context.hall, [Number(view.counter.id)]),
      };
      return view;
    },
    concern: (change) => {
      if (change.kind === 'ticket' && change.ticketId === own?.ticketId) return 'at once';
      if (change.kind === 'stop' && isAbout(change, own?.itself)) return 'at once';
      return isAbout(change, own?.around) && queueing(change) !== 'none' ? 'calmly' : 'none';
    },
  };
}

/** What changes queues: tickets, desks, and how the hall is set up. */
function queueing({ kind }: Change): Concern {
  return kind === 'ticket' || kind === 'desk' ? 'at once' : setUp({ kind });
}

/** What changes how the hall is set up. */
function setUp({ kind }: Pick<Change, 'kind'>): Concern {
  return kind === 'configuration' || kind === 'stop' ? 'at once' : 'none';
}

function isAbout(change: Change, counterIds: ReadonlySet<number> | undefined): boolean {
  if (!('counterId' in change)) return change.kind === 'configuration';
  return change.counterId === null || (counterIds?.has(change.counterId) ?? false);
}
