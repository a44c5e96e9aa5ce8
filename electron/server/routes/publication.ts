import type { FastifyRequest } from 'fastify';
import type { ActionContext } from '../../actions/action';
import {
  changePublication,
  makePublication,
  publish,
  removePublication,
  withdrawPublication,
} from '../../actions/survey/publications';
import type { Publication } from '../../contract/publication';
import type { RouteName } from '../../contract/routes';
import { findPublication, publicationsView, publishedAnswersView } from '../../views/publications-view';
import { publishedSkmView } from '../../views/skm-publications-view';
import { edited, made, removed } from '../routing/edit';
import { type Handlers, viewContextOf } from '../routing/route-request';

/** What of complaints and their answers everybody may read, and how it comes to that. */
export const publicationHandlers = {
  published: ({ look }) => {
    const context = look();
    return {
      status: 200,
      body: {
        answers: publishedAnswersView(context),
        skm: publishedSkmView(context),
        today: context.businessDate,
      },
    };
  },
  publications: ({ look }) => ({ status: 200, body: publicationsView(look()) }),
  makePublication: ({ act, body }) =>
    act((context) => {
      const publicationId = makePublication(context, body);
      return made('publication', findPublication(viewContextOf(context), publicationId), noted);
    }),
  changePublication: ({ act, params, raw, body }) =>
    act((context) => changed(context, raw, params, (id) => changePublication(context, id, body))),
  publish: ({ act, params, raw }) =>
    act((context) => changed(context, raw, params, (id) => publish(context, id))),
  withdrawPublication: ({ act, params, raw }) =>
    act((context) => changed(context, raw, params, (id) => withdrawPublication(context, id))),
  removePublication: ({ act, params, raw }) =>
    act((context) => {
      const id = Number(params.id);
      const find = () => findPublication(viewContextOf(context), id);
      return removed(raw, find, () => removePublication(context, id), noted);
    }),
} satisfies Partial<Handlers<RouteName>>;

function changed(
  context: ActionContext,
  request: FastifyRequest,
  { id }: { readonly id: string },
  change: (publicationId: number) => void,
) {
  const find = () => findPublication(viewContextOf(context), Number(id));
  return edited(request, find, () => change(Number(id)), noted);
}

/** For the audit: the text itself, once everybody may read it; before, a name may stand in it that has to be forgotten. */
function noted({ state, question, answer }: Publication) {
  return state === 'published' ? { publication: state, question, answer } : { publication: state };
}
