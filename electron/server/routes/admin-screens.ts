import { changeSlide, makeSlide, removeSlide } from '../../actions/admin/slides';
import { changeTicketLayout } from '../../actions/admin/ticket-layout';
import { announceVoices } from '../../actions/admin/voices';
import type { RouteName } from '../../contract/routes';
import { picturesUsed } from '../../store/pictures-used';
import { findSlide, listSlides } from '../../views/admin/slides';
import { PictureFiles } from '../files/picture-files';
import { SlideFiles } from '../files/slide-files';
import { dotsOfLogo } from '../files/ticket-logo';
import { judgeRecording, listVoiceClips, removeRecording } from '../files/voice-recordings';
import type { ServerParts } from '../parts';
import { edited, found, made, removed, requireUnchanged } from '../routing/edit';
import { type Handlers, viewContextOf } from '../routing/route-request';

/** How tickets, the lobby's screens and the voice look and sound. */
export function adminScreenRoutes({
  dataDir,
  drawLayout,
  printer,
}: Pick<ServerParts, 'dataDir' | 'drawLayout' | 'printer'>) {
  const files = new SlideFiles(dataDir);
  const pictures = new PictureFiles(dataDir);
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

    keepPicture: async ({ act, file, query, look }) => {
      const kept = await pictures.keep(file, query.use);
      const answer = act(() => ({
        status: 201,
        body: kept,
        edit: { subject: `picture:${kept.name}`, after: kept },
      }));
      pictures.removeUnused(new Set([...picturesUsed(look().reader, look().hall), kept.name]));
      return answer;
    },

    ticketLayout: ({ look }) => ({ status: 200, body: look().hall.settings.ticketLayout }),
    changeTicketLayout: ({ act, body, raw }) =>
      act((context) => {
        const before = context.hall.settings.ticketLayout;
        requireUnchanged(raw, before);
        const after = changeTicketLayout(context, {
          ...(body.blocks === undefined ? {} : { blocks: body.blocks }),
          ...(body.logo === undefined ? {} : { logo: body.logo }),
        });
        return { status: 200, body: after, edit: { subject: 'ticket-layout', before, after } };
      }),
    ticketPictures: ({ body }) => ({ status: 200, body: drawLayout(body) }),
    printTicketDraft: async ({ body }) => ({ status: 200, body: await printer.printDraft(body) }),
    ticketLogo: async ({ file }) => ({ status: 200, body: await dotsOfLogo(file) }),

    adminVoices: ({ look }) => ({ status: 200, body: listVoiceClips(dataDir, look().hall) }),
    keepVoice: async ({ act, file, query }) => {
      const put = await judgeRecording(dataDir, query, file);
      return act((context) => {
        announceVoices(context);
        put();
        const { language, name } = query;
        const clip = listVoiceClips(dataDir, context.hall).find(
          (each) => each.language === language && each.name === name,
        );
        return {
          status: 201,
          body: found(clip),
          edit: { subject: `voice:${language}/${name}`, after: clip },
        };
      });
    },
    removeVoice: ({ act, params }) =>
      act((context) => {
        announceVoices(context);
        removeRecording(dataDir, params.language, params.name);
        return { status: 204, body: null, edit: { subject: `voice:${params.language}/${params.name}` } };
      }),
  } satisfies Partial<Handlers<RouteName>>;
}
