import { z } from 'zod';
import { date, id, instant, language, localized, localizedList } from './common';
import { kioskWays } from './kiosk-ways';
import { priorities } from './priorities';
import { serviceStanding } from './standing';
import { waitShape } from './wait';

export const priority = z.enum(priorities);
export type Priority = z.infer<typeof priority>;

export const ticketStatuses = [
  'printing',
  'waiting',
  'called',
  'serving',
  'held',
  'done',
  'no_show',
  'cancelled',
  'void',
] as const;
export const ticketStatus = z.enum(ticketStatuses);
export type TicketStatus = z.infer<typeof ticketStatus>;

export const papers = ['pending', 'printed', 'unconfirmed', 'declined', 'none'] as const;
export const paper = z.enum(papers);
export type Paper = z.infer<typeof paper>;

export const issueRequest = z.strictObject({
  serviceId: id,
  priority: priority.nullable().optional(),
  language: language.optional(),
  /** The visitor can't find the desk alone and asks to be fetched when called. */
  fetchMe: z.boolean().optional(),
  /** How the visitor came to the number at the kiosk; counted for the day, and not kept with the ticket. */
  way: z.enum(kioskWays).optional(),
});
export type IssueRequest = z.infer<typeof issueRequest>;

/** Why whoever just took a number goes first. */
export const claimRequest = z.strictObject({ priority });
/** Whether an officer is to fetch the visitor when called. */
export const fetchRequest = z.strictObject({ fetchMe: z.boolean() });
/** How many others go first. */
export const passRequest = z.strictObject({ count: z.number().int().min(1).max(3) });

export const ticket = z.strictObject({
  id,
  number: z.string(),
  status: ticketStatus,
  paper,
  businessDate: date,
  practice: z.boolean(),
  counter: z.strictObject({ id, code: z.string(), name: localized }),
  service: z.strictObject({ id, name: localized }),
  priority: priority.nullable(),
  language,
  issuedAt: instant,
  /** People before this one by the calling rules; 0 once it is called. */
  ahead: z.number().int(),
  /** Of one that waits in line; nothing is told while its service is stopped by hand. */
  ...waitShape,
  desk: z.strictObject({ id, label: z.string() }).nullable().optional(),
  calledAt: instant.nullable().optional(),
});
export type Ticket = z.infer<typeof ticket>;

/** What the ticket's holder gets beside the ticket. */
export const holderTicket = ticket.extend({
  token: z.string(),
  /** Where a phone can follow it, or null until the hall has an address that phones can reach. */
  followUrl: z.string().nullable(),
  /** Where its paper comes out, where another printer stands in for the kiosk's first; else null. */
  paperPlace: localized.nullable(),
  /** Until when about its holder may take it without paper; null: no paper is awaited, or the hall gives none without. */
  keepUntil: instant.nullable(),
  /** How its service is for those who wait, whatever the quota and the time of the last number; null: it waits no longer. */
  standing: serviceStanding.nullable(),
  /** How often its last call was repeated. */
  recalls: z.number().int(),
  /** Its visitor asked to be fetched when called. */
  fetchMe: z.boolean(),
  /** Its visitor went out for a while; `until`: when the place is lost. Null: it isn't so. */
  steppedOut: z.strictObject({ until: instant }).nullable(),
  /** The part of the hall where it is called, or empty. */
  zone: z.string(),
  /** The labels of the desks that may call it, in order; none for one that waits no longer. */
  desks: z.array(z.string()),
  /** The number that those desks called last and still have; null: none. */
  calledNow: z.string().nullable(),
  /** What to bring. */
  documents: localizedList,
});
export type HolderTicket = z.infer<typeof holderTicket>;

/** The ticket's unguessable token: 128 bits or more, base64url. */
export const ticketToken = z.string().regex(/^[A-Za-z0-9_-]{22,64}$/);
