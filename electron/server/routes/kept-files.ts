import anyAscii from 'any-ascii';
import { keepFile, removeFile, requireRoomForFile } from '../../actions/files/kept-files';
import type { RouteName } from '../../contract/routes';
import { findKeptFile, keptFilesView } from '../../views/kept-files-view';
import { actorOf } from '../callers';
import { KeptFiles } from '../files/kept-files';
import type { ServerParts } from '../parts';
import { found, made, removed } from '../routing/edit';
import { type Handlers, viewContextOf } from '../routing/route-request';

/** Files that show something, kept for the things that they are of. */
export function keptFileHandlers({ dataDir, actionRunner }: Pick<ServerParts, 'dataDir' | 'actionRunner'>) {
  const files = new KeptFiles(dataDir);
  return {
    keptFiles: ({ look, query }) => ({ status: 200, body: keptFilesView(look(), query, files.isThere) }),
    keepFile: async ({ act, file, query: { name, ...owner }, caller }) => {
      // Before it is put on the disk for nothing.
      actionRunner.run(actorOf(caller), (context) => requireRoomForFile(context, owner));
      const put = await files.keep(file);
      return act((context) => {
        const fileId = keepFile(context, owner, { name, put });
        return made('file', findKeptFile(viewContextOf(context), fileId, files.isThere)?.shown);
      });
    },
    keptFileContent: ({ look, params, reply }) => {
      const { shown, file } = found(findKeptFile(look(), Number(params.id), files.isThere));
      found(shown.missing ? undefined : shown);
      // Saved and never shown: a browser must not run what somebody sent, in the place where people are signed in.
      reply.header('content-disposition', `attachment; ${inHeader(shown.name)}`);
      reply.header('content-security-policy', "default-src 'none'; sandbox");
      reply.header('content-length', shown.bytes);
      return { status: 200, body: files.read(file) };
    },
    removeFile: ({ act, params, raw }) =>
      act((context) =>
        removed(
          raw,
          () => findKeptFile(viewContextOf(context), Number(params.id), files.isThere)?.shown,
          () => removeFile(context, Number(params.id)),
        ),
      ),
  } satisfies Partial<Handlers<RouteName>>;
}

/** A file's name for browsers that know RFC 5987, and the nearest letters for others. */
function inHeader(name: string): string {
  const plain = anyAscii(name).replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  return `filename="${plain}"; filename*=UTF-8''${encoded}`;
}
