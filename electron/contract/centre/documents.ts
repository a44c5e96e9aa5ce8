import { z } from 'zod';
import { date, instant, localized, oneLine } from '../common';
import { sessionRefusals } from './sessions';
import { documentBytes, isSignedBy } from './signing';
import { signature } from './wire';

/** What a document is about; its body is JSON of the schema of its kind. */
export const documentKinds = {
  /** Days on which all halls are closed. */
  closures: z.strictObject({
    closures: z.array(z.strictObject({ fromDate: date, toDate: date, reason: localized })).max(400),
  }),
  /** Settings by their name, texts among them; the hall takes what its version knows, by its own bounds. */
  settings: z.strictObject({ settings: z.record(z.string().min(1).max(60), z.json()) }),
  /** The standards of services, by the services' Indonesian names; `parts` as `contract/standards.ts` has them. */
  standards: z.strictObject({
    standards: z
      .array(z.strictObject({ agency: z.string().max(200), service: z.string().max(400), parts: z.json() }))
      .max(1_000),
  }),
} as const;
export type DocumentKind = keyof typeof documentKinds;

/** Open in its kind: a hall that doesn't know it shows that it is there, and takes nothing. */
export const centreDocument = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,60}$/),
  /** Rises with each change. */
  version: z.int().min(1),
  kind: z.string().min(1).max(40),
  title: oneLine().min(1).max(200),
  issuedAt: instant,
  /** The JSON's very characters: the signature is over them. */
  body: z.string().max(400_000),
  signature,
});
export type CentreDocument = z.infer<typeof centreDocument>;

/** `known`: those that the hall has, in the version that it has. */
export const documentsRequest = z.strictObject({
  known: z
    .array(z.strictObject({ id: centreDocument.shape.id, version: centreDocument.shape.version }))
    .max(200),
});
export const documentsAnswer = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('taken'),
    /** Those that the hall lacks, or has in an older version. */
    documents: z.array(centreDocument).max(50),
    /** Of the known ones, those that were taken back. */
    withdrawn: z.array(centreDocument.shape.id).max(200),
  }),
  ...sessionRefusals,
]);
export type DocumentsAnswer = z.infer<typeof documentsAnswer>;

/** Whether the centre wrote a document so. */
export function isDocumentOf(centreKey: string, document: CentreDocument): boolean {
  return isSignedBy(centreKey, documentBytes(document), document.signature);
}
