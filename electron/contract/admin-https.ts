import { z } from 'zod';
import { instant } from './common';

/**
 * What of https should be looked at. `damaged`: the authority's file can't be used. `not_made`: making or keeping a
 * certificate failed. `port`: nothing can listen there. `left_out`: names that the authority can't vouch for. `ending`: the
 * authority's last year.
 */
export const httpsFaultKinds = ['damaged', 'not_made', 'port', 'left_out', 'ending'] as const;
export type HttpsFaultKind = (typeof httpsFaultKinds)[number];

/** How the hall is served by https. */
export const httpsState = z.strictObject({
  /** Set from outside: whether it is to be served at all. */
  wanted: z.boolean(),
  /** The port; null: it isn't served now. */
  port: z.number().int().nullable(),
  /** The port by plain HTTP, where the certificate is fetched: `http://192.168.1.10:4180/sertifikat`. */
  plainPort: z.number().int(),
  /** Where it is opened from other machines, or from this one where the hall isn't open to the network: `https://192.168.1.10:4181`. */
  addresses: z.array(z.string()),
  /** The hall's own authority; null: there is none. */
  authority: z
    .strictObject({
      name: z.string(),
      /** SHA-256, in pairs of capitals and digits: `3F:2A:…`. */
      fingerprint: z.string(),
      until: instant,
    })
    .nullable(),
  /** Until when the server's certificate is valid; it is made anew long before. */
  until: instant.nullable(),
  faults: z.array(z.strictObject({ kind: z.enum(httpsFaultKinds), detail: z.string() })),
  /** Whether this was asked by https: only then may an admin require it of the others. */
  isByHttps: z.boolean(),
});
export type HttpsState = z.infer<typeof httpsState>;
