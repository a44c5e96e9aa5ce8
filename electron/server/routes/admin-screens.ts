import { changeSlide, makeSlide, removeSlide } from '../../actions/admin/slides';
import type { RouteName } from '../../contract/routes';
import { findSlide, listSlides } from '../../views/admin/slides';
import { edited, found, made, removed } from '../edit';
import type { ServerParts } from '../parts';
import { type Handlers, viewContextOf } from '../route-request';
import { SlideFiles } from '../slide-files';

/** The lobby's slides. */
export function adminScreenRoutes({ dataDir }: Pick<ServerParts, 'dataDir'>) {
  const files = new SlideFiles(dataDir);
  return {
    adminSlides: ({ look }) => ({ status: 200, body: listSlides(look(), files.isThere) }),
    adminSlide: ({ look, params }) => ({
      status: 200,
      body: found(findSlide(look(), Number(params.id), files.isThere)),
    }),
    makeSlide: async ({ act, file, query }) => {
      const kept = await files.keep(file);
      let isUsed = false;
      try {
        return act((context) => {
          const slideId = makeSlide(context, { ...kept, name: query.name });
          isUsed = true;
          return made('slide', findSlide(viewContextOf(context), slideId, files.isThere));
        });
      } finally {
        // Refused, or the same press once more.
        if (!isUsed) files.remove(kept.file);
      }
    },
    changeSlide: ({ act, params, body, raw }) =>
      act((context) =>
        edited(
          raw,
          () => findSlide(viewContextOf(context), Number(params.id), files.isThere),
          () => changeSlide(context, Number(params.id), body),
        ),
      ),
    removeSlide: ({ act, params, raw }) => {
      let file: string | undefined;
      const answer = act((context) =>
        removed(
          raw,
          () => findSlide(viewContextOf(context), Number(params.id), files.isThere),
          () => {
            file = removeSlide(context, Number(params.id));
          },
        ),
      );
      if (file !== undefined) files.remove(file);
      return answer;
    },
  } satisfies Partial<Handlers<RouteName>>;
}
