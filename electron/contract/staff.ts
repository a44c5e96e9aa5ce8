import { z } from 'zod';
import { refusedAs } from '../texts/field-fault';
import { date, estimate, id, instant, localized, oneLine, someLines } from './common';
import { exitPin } from './settings';
import { counterGroup } from './site';
import { serviceStanding, toldStop } from './standing';
import { shownStop } from './stop';
import { priority, ticket } from './tickets';

export const roles = ['admin', 'supervisor', 'staff'] as const;
export const role = z.enum(roles);
export type Role = z.infer<typeof role>;

/** NIST SP 800-63B: length counts, composition rules don't. */
export const password = z.string().min(10).max(200);
export const username = z.string().regex(/^[a-z0-9][a-z0-9._-]{1,39}$/, refusedAs('username'));

export const setupRequest = z.strictObject({
  code: z.string().min(1).max(100),
  username,
  password,
  displayName: oneLine().min(1).max(80),
  /** Closes the kiosk from now on, where the set-up code did before; without it nothing on the kiosk does. */
  exitPin: exitPin.optional(),
});

export const signInRequest = z.strictObject({
  username: z.string().max(80),
  password: z.string().max(400),
  /** Who is on leave today is refused with `on_leave` unless this is true. */
  despiteLeave: z.boolean().optional(),
});

export const user = z.strictObject({
  id,
  username: z.string(),
  displayName: z.string(),
  role,
  /** The account is for the whole hall. */
  wholeHall: z.boolean(),
  /** The institutions it is for, where it isn't. */
  institutions: z.array(z.string()),
  /** Counters this user reaches; null: all. */
  counterIds: z.array(id).nullable(),
});
export type User = z.infer<typeof user>;
export const session = z.strictObject({
  user,
  /** The password was given by somebody else: until it is changed the session may do nothing more. */
  mustChangePassword: z.literal(true).optional(),
});
export type Session = z.infer<typeof session>;
export const ownPasswordRequest = z.strictObject({ current: z.string().max(400), password });

export const desk = z.strictObject({
  id,
  number: z.number().int(),
  label: z.string(),
  /** Its own counter. */
  counter: z.strictObject({ id, code: z.string(), name: localized }),
  /** All counters that it serves, its own first. */
  counters: z.array(z.strictObject({ id, code: z.string(), name: localized })),
  /** What is served there: of several counters only what its officer may serve. */
  serviceIds: z.array(id),
  /** Who is signed in there, or null. */
  user: z.strictObject({ id, displayName: z.string() }).nullable(),
  /** `until`: when the officer said to be back, or null. */
  pause: z.strictObject({ reason: z.string(), since: instant, until: instant.nullable() }).nullable(),
  /** Its officer calls for help; `coming`: the supervisor who is on the way, or null. */
  help: z
    .strictObject({ since: instant, coming: z.strictObject({ id, displayName: z.string() }).nullable() })
    .nullable(),
  /** The break that its officer asked for; `answer`: what a supervisor said to it, or null. */
  breakAsked: z
    .strictObject({
      reason: z.string(),
      minutes: z.number().int(),
      since: instant,
      answer: z
        .strictObject({
          granted: z.boolean(),
          word: z.string().nullable(),
          by: z.strictObject({ id, displayName: z.string() }),
        })
        .nullable(),
    })
    .nullable(),
  /** The ticket `called` or `serving` there, or null. */
  ticketId: id.nullable(),
});
export type Desk = z.infer<typeof desk>;

/** Topic `help`: the calls for help at desks within one's reach, the longest first. */
export const helpSnapshot = z.strictObject({
  calls: z.array(
    z.strictObject({
      desk: z.strictObject({ id, label: z.string() }),
      counter: localized,
      officer: z.strictObject({ id, displayName: z.string() }),
      since: instant,
      /** The supervisor who is on the way, or null. */
      coming: z.strictObject({ id, displayName: z.string() }).nullable(),
    }),
  ),
});
export type HelpSnapshot = z.infer<typeof helpSnapshot>;

export const places = ['front', 'arrival', 'back'] as const;
export const place = z.enum(places);
export type Place = z.infer<typeof place>;

const reasonText = oneLine().min(1).max(200);
const note = someLines().max(500);

export const pauseRequest = z.strictObject({
  reason: reasonText,
  /** When the officer will be back, within four hours: visitors are told. */
  until: instant.nullable().optional(),
});
export const breakRequest = z.strictObject({ reason: reasonText, minutes: z.number().int().min(1).max(240) });
export const breakAnswer = z.strictObject({ granted: z.boolean(), word: reasonText.optional() });
export const callRequest = z.strictObject({ ticketId: id });
export const finishRequest = z.strictObject({ note: note.optional() });
export const addServiceRequest = z.strictObject({ serviceId: id });
export const holdRequest = z.strictObject({ reason: reasonText });
/** `userId`: to this officer, who sits at a desk that serves it. */
export const transferRequest = z.strictObject({
  serviceId: id,
  userId: id.optional(),
  place,
  note: note.optional(),
});
/** An officer at work, to send somebody to. */
export const officer = z.strictObject({
  id,
  displayName: z.string(),
  desk: z.strictObject({ id, label: z.string() }),
  /** The desk's own. */
  counter: z.strictObject({ id, code: z.string(), name: localized }),
  serviceIds: z.array(id),
  isResting: z.boolean(),
});
export type Officer = z.infer<typeof officer>;
export const cancelRequest = z.strictObject({ reason: reasonText });
export const moveRequest = z.strictObject({ serviceId: id.optional(), place });
export const priorityRequest = z.strictObject({ priority: priority.nullable(), reason: reasonText });
/** A kiosk's id: its printers print. */
const kioskId = z.string().min(1).max(60);
export const walkInRequest = z.strictObject({
  serviceId: id,
  priority: priority.nullable().optional(),
  /** Where its paper comes out; left out: it has none. */
  paperAt: kioskId.optional(),
});
/** Left out: where the number was taken. */
export const paperRequest = z.strictObject({ at: kioskId.optional() });

/** Why a waiting ticket stands where it stands. */
export const placeReasons = ['arrival', 'priority_turn', 'returned', 'transferred', 'front', 'back'] as const;
export const placeReason = z.enum(placeReasons);
export type PlaceReason = z.infer<typeof placeReason>;

export const queueTicket = ticket.extend({
  /** Whether its visitor asked to be fetched when called. */
  fetchMe: z.boolean(),
  /** Where they asked for it: by speech at a kiosk, of an officer, or by phone; null: they didn't. */
  fetchAskedBy: z.enum(['kiosk', 'officer', 'phone']).nullable(),
  /** When the present step began to wait. */
  waitingSince: instant,
  place: z.strictObject({ reason: placeReason, sentence: localized }),
  /** A note from the desk that transferred it, or why it is held. */
  note: z.string().nullable(),
  startedAt: instant.nullable(),
  /** When it was put on hold (`held` only). */
  heldAt: instant.nullable(),
  recalls: z.number().int(),
  /** When somebody who was called should have come (`called` only); null: there is no limit. */
  comesBy: instant.nullable(),
  usualMinutes: z.number().int(),
  /** To whom it was sent (`waiting` only): they alone call it while at work; null: to nobody. */
  sentTo: z.strictObject({ id, displayName: z.string() }).nullable(),
  /** Services added to the visit, in order: where it goes on when the present one is finished. */
  added: z.array(z.strictObject({ id, name: localized })),
  /** Of one that is done or did not come: until when that can be taken back, and whose mistake it was; null: it can't. */
  takeBack: z.strictObject({ by: id, until: instant }).nullable(),
});
export type QueueTicket = z.infer<typeof queueTicket>;

export const queue = z.strictObject({
  /** In the order they will be called. */
  waiting: z.array(queueTicket),
  held: z.array(queueTicket),
  /** No-shows and cancelled of today that can come back, and the last done; newest first. */
  recent: z.array(queueTicket),
});
export type Queue = z.infer<typeof queue>;

/** Topic `desk:ID`: all that a console shows; sent anew when the desk or its counters' queues change. */
export const deskSnapshot = z.strictObject({
  desk,
  ticket: queueTicket.nullable(),
  /** What this desk may call: its services alone, waiting in this desk's own calling order. */
  queue,
  /** The last finish or no-show here, while it can be taken back: by that officer, or by a supervisor. */
  lastEnded: z
    .strictObject({
      ticketId: id,
      number: z.string(),
      how: z.enum(['finished', 'no_show']),
      by: id,
      at: instant,
      until: instant,
    })
    .nullable(),
  /** What a supervisor stopped of its counters and what it serves. */
  stops: z.array(toldStop),
  /** Whether officers ask for a break before it begins (a setting that officers can't read otherwise). */
  breaksNeedAsking: z.boolean(),
  /** How often one call may be repeated (a setting that officers can't read otherwise). */
  recallLimit: z.number().int(),
  /** Today's own figures of this desk. */
  today: z.strictObject({
    served: z.number().int(),
    noShow: z.number().int(),
    /** Mean seconds from start to finish, or null. */
    serviceSeconds: z.number().int().nullable(),
    servedByHour: z.array(z.strictObject({ hour: z.number().int(), served: z.number().int() })),
  }),
});
export type DeskSnapshot = z.infer<typeof deskSnapshot>;

/** Topic `counter:ID`: the queue of a counter as a console or supervisor sees it. */
export const counterSnapshot = z.strictObject({
  counterId: id,
  queue,
  /** Since when the one longest waiting has waited, or null. */
  longestWaitSince: instant.nullable(),
  desks: z.array(desk),
  estimate: estimate.nullable(),
});
export type CounterSnapshot = z.infer<typeof counterSnapshot>;

/** What a supervisor sees of a counter in the hall, and what opening or closing it answers. */
export const hallCounter = z.strictObject({
  id,
  code: z.string(),
  name: localized,
  group: counterGroup,
  zone: z.string(),
  /** As the kiosk shows it. */
  ...serviceStanding.shape,
  /** Closed by hand by a supervisor or admin. */
  paused: z.boolean(),
  /** Each of its services as the kiosk shows it; `paused`: closed by hand, itself. */
  services: z.array(
    z.strictObject({
      id,
      name: localized,
      ...serviceStanding.shape,
      paused: z.boolean(),
      /** Numbers left today by its quota or a supervisor's limit; null: there is none. */
      quotaLeft: z.number().int().nullable(),
      /** A supervisor limited today's numbers by hand. */
      limited: z.boolean(),
    }),
  ),
  waiting: z.number().int(),
  held: z.number().int(),
  longestWaitSince: instant.nullable(),
  /** Since when people have waited with nobody at its desks, within its hours; null: somebody serves, nobody waits, or its hours have not begun. */
  unattendedSince: instant.nullable(),
  /** When the hours that it is in, or was in last today, began; null before them, and in practice mode. */
  hoursBegan: instant.nullable(),
  /** How many waited at each whole ten minutes of the last two hours, the oldest first; at most a minute old. */
  waitingLately: z.array(z.number().int()),
  /** How many of those who wait will probably not be called before closing; null where nothing can be foreseen. */
  unservedToday: z.number().int().nullable(),
  /** A longer wait is marked. */
  waitLimitMinutes: z.number().int(),
  desks: z.array(desk),
});
export type HallCounter = z.infer<typeof hallCounter>;

/** Topic `hall`, for supervisors and admins: every counter in the order of the menu. */
export const hallSnapshot = z.strictObject({
  /** The whole hall is stopped by hand; null: it is not. */
  stop: shownStop.nullable(),
  /** Who is on leave today, by name, with the last day of it: they are not to be planned for a desk. */
  onLeave: z.array(z.strictObject({ displayName: z.string(), until: date })),
  /** Visits of today that were finished, and those to which nobody came; at most a minute old. */
  today: z.strictObject({ served: z.number().int(), noShow: z.number().int() }),
  /** Who is to be fetched: those who were called first, then those who wait, the longest first. */
  toFetch: z.array(
    z.strictObject({
      ticketId: id,
      number: z.string(),
      counter: z.strictObject({ id, code: z.string(), name: localized }),
      /** The label of the desk that called it; null: it waits. */
      desk: z.string().nullable(),
      /** Since when it was called, or else has waited. */
      since: instant,
      /** From then on that is too long. */
      lateFrom: instant,
    }),
  ),
  counters: z.array(hallCounter),
});
export type HallSnapshot = z.infer<typeof hallSnapshot>;
