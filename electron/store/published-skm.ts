import type { Selectable } from 'kysely';
import type { z } from 'zod';
import { type SkmPublication, skmPublication } from '../contract/skm-publication';
import type { Tables } from './schema';
import { query } from './store';

export type PublishedSkmRow = Selectable<Tables['published_skm']>;

/** One result that was made ready for everybody. */
export function publishedSkmRow(publicationId: number) {
  return query.selectFrom('published_skm').selectAll().where('id', '=', publicationId);
}

const storedElements = skmPublication.shape.elements;
const storedActions = skmPublication.shape.actions;

/** Its elements, the lowest first. */
export function elementsOf({
  elementsJson,
}: Pick<PublishedSkmRow, 'elementsJson'>): SkmPublication['elements'] {
  return stored(storedElements, elementsJson);
}

/** The follow-ups that it tells of, in its words. */
export function actionsOf({ actionsJson }: Pick<PublishedSkmRow, 'actionsJson'>): SkmPublication['actions'] {
  return stored(storedActions, actionsJson);
}

function stored<Schema extends z.ZodType>(schema: Schema, json: string): z.infer<Schema> {
  return schema.parse(JSON.parse(json));
}
