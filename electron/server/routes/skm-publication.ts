import type { FastifyRequest } from 'fastify';
import type { ActionContext } from '../../actions/action';
import {
  changeSkmPublication,
  makeSkmPublication,
  postSkm,
  publishSkm,
  removeSkmPublication,
  withdrawSkm,
} from '../../actions/survey/skm-publications';
import type { RouteName } from '../../contract/routes';
import { type SkmPublication, skmMedia } from '../../contract/skm-publication';
import { findSkmPublication, skmMediaView, skmPublicationsView } from '../../views/skm-publications-view';
import { edited, found, made, removed } from '../routing/edit';
import { type Handlers, viewContextOf } from '../routing/route-request';

/** Which results of the satisfaction survey everybody may read, and how it comes to that. */
export const skmPublicationHandlers = {
  skmPublications: ({ look }) => {
    const context = look();
    const there = skmMediaView(context);
    return {
      status: 200,
      body: {
        publications: skmPublicationsView(context),
        media: skmMedia.filter((medium) => there[medium] === 1),
      },
    };
  },
  makeSkmPublication: async ({ act, heavy, body: { from, to, actions } }) => {
    const report = await heavy('skm', { from, to, counterId: null, reach: null });
    return act((context) => {
      const publicationId = makeSkmPublication(context, report, { actions });
      return made('skm_publication', findSkmPublication(viewContextOf(context), publicationId), noted);
    });
  },
  changeSkmPublication: async ({ act, look, heavy, params, raw, body }) => {
    const { from, to } = found(findSkmPublication(look(), Number(params.id)));
    const report = await heavy('skm', { from, to, counterId: null, reach: null });
    return act((context) =>
      changed(context, raw, params, (id) => changeSkmPublication(context, id, report, body)),
    );
  },
  publishSkm: ({ act, params, raw }) =>
    act((context) => changed(context, raw, params, (id) => publishSkm(context, id))),
  postSkm: ({ act, params, raw, body }) =>
    act((context) => changed(context, raw, params, (id) => postSkm(context, id, body.postedOn))),
  withdrawSkm: ({ act, params, raw }) =>
    act((context) => changed(context, raw, params, (id) => withdrawSkm(context, id))),
  removeSkmPublication: ({ act, params, raw }) =>
    act((context) => {
      const id = Number(params.id);
      const find = () => findSkmPublication(viewContextOf(context), id);
      return removed(raw, find, () => removeSkmPublication(context, id), noted);
    }),
} satisfies Partial<Handlers<RouteName>>;

function changed(
  context: ActionContext,
  request: FastifyRequest,
  { id }: { readonly id: string },
  change: (publicationId: number) => void,
) {
  const find = () => findSkmPublication(viewContextOf(context), Number(id));
  return edited(request, find, () => change(Number(id)), noted);
}

/** For the audit: what everybody reads once it is public; before, a name may stand in it that has to be forgotten. */
function noted({ state, from, to, forms, index, grade, actions, postedOn }: SkmPublication) {
  if (state === 'draft') return { publication: state, from, to };
  const told = actions.map(({ text }) => text).join('\n');
  return { publication: state, from, to, forms, index, grade, actions: told, postedOn };
}
