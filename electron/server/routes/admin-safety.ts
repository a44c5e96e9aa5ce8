import { createReadStream, statSync } from 'node:fs';
import { recordAudit } from '../../actions/accounts/record-audit';
import type { Configuration } from '../../contract/configuration';
import type { RouteName } from '../../contract/routes';
import { importDifferences } from '../../heavy/import-differences';
import { Refusal } from '../../queue/refusal';
import { backupFile, listBackups, makeBackup, removeBackup } from '../../store/backups/backup-files';
import { type CopyContents, readCopy } from '../../store/backups/restorable-copy';
import { configurationTag, exportConfiguration } from '../../store/export-configuration';
import { query } from '../../store/store';
import { actorOf } from '../callers';
import { PictureFiles } from '../files/picture-files';
import type { ServerParts } from '../parts';
import { asRefusal, Restorer } from '../restorer';
import { found, matchesTag } from '../routing/edit';
import type { Handlers } from '../routing/route-request';

/** What admins look back on, take away and bring back. */
export function adminSafetyRoutes({ actionRunner, store, clock, dataDir, heavyWork, copies }: ServerParts) {
  const restorer = new Restorer({ store, actionRunner, clock, dataDir, heavyWork });
  const pictures = new PictureFiles(dataDir);
  /** Throws `Refusal` `invalid_request` where a picture in the file can't be used. */
  const takeInPictures = async (file: Configuration) => {
    const taken = await pictures.takeIn(file);
    if ('faults' in taken) throw new Refusal('invalid_request', { errors: taken.faults });
    return taken.file;
  };
  return {
    // Words are looked for in years of acts.
    audit: async ({ heavy, query }) => ({ status: 200, body: await heavy('audit', query) }),
    auditCsv: async ({ heavy, query, look, reply }) => {
      const body = await heavy('auditCsv', query);
      const days = [query.from, query.to ?? look().businessDate].filter((day) => day !== undefined);
      reply.header('content-disposition', `attachment; filename="antre-history-${days.join('-')}.csv"`);
      return { status: 200, body };
    },
    backups: ({ look }) => ({
      status: 200,
      body: listBackups(dataDir, look().hall.settings.timezone),
    }),
    makeBackup: async ({ caller, look }) => {
      const id = await makeBackup(store, dataDir, clock.now(), 'made');
      void copies.seal(id);
      const made = listBackups(dataDir, look().hall.settings.timezone).find((each) => each.id === id);
      actionRunner.run(actorOf(caller), (context) =>
        recordAudit(context, { action: 'makeBackup', subject: `backup:${id}`, after: made }),
      );
      return { status: 201, body: found(made) };
    },
    backupContents: ({ look, params }) => {
      const { reader, hall } = look();
      const { lastTicketId, ...contents } = contentsOf(fileOf(dataDir, params.id));
      const since = reader.first(
        query
          .selectFrom('tickets')
          .select(({ fn }) => fn.countAll<number>().as('count'))
          .where('id', '>', lastTicketId),
      );
      const listed = listBackups(dataDir, hall.settings.timezone).find(({ id }) => id === params.id);
      return {
        status: 200,
        body: { ...found(listed), ...contents, ticketsSince: since?.count ?? 0 },
      };
    },
    backupFile: ({ params, reply, caller }) => {
      const file = fileOf(dataDir, params.id);
      // It holds every account: who took it away is written down.
      actionRunner.run(actorOf(caller), (context) =>
        recordAudit(context, { action: 'backupFile', subject: `backup:${params.id}` }),
      );
      reply.header('content-disposition', `attachment; filename="${params.id}.sqlite"`);
      reply.header('content-length', statSync(file).size);
      return { status: 200, body: createReadStream(file) };
    },
    removeBackup: ({ act, params, look }) => {
      const before = listBackups(dataDir, look().hall.settings.timezone).find(({ id }) => id === params.id);
      const answer = act(() => ({ status: 204, body: null, edit: { before: found(before) } }));
      removeBackup(dataDir, params.id);
      return answer;
    },
    restoreBackup: async ({ params, caller }) => {
      const file = fileOf(dataDir, params.id);
      const kept = await restorer.restore(file, { id: params.id, actor: actorOf(caller) });
      return { status: 200, body: { kept } };
    },
    exportConfiguration: ({ look, reply }) => {
      const { hall, businessDate } = look();
      reply.header('content-disposition', `attachment; filename="antre-${businessDate}.json"`);
      return { status: 200, body: pictures.withItsPictures(exportConfiguration(hall)) };
    },
    previewImport: async ({ body, heavy }) => ({
      status: 200,
      body: await heavy('importPreview', await takeInPictures(body)),
    }),
    importConfiguration: async ({ act, body, raw }) => {
      const file = await takeInPictures(body);
      return act((context) => {
        const wanted = raw.headers['if-match'];
        if (wanted !== undefined && !matchesTag(wanted, `"${configurationTag(context.hall)}"`)) {
          throw new Refusal('changed_meanwhile');
        }
        const differences = importDifferences(context, file);
        return {
          status: 200,
          body: { differences },
          edit: { subject: 'site', after: { differences } },
        };
      });
    },
  } satisfies Partial<Handlers<RouteName>>;
}

function fileOf(dataDir: string, id: string): string {
  return found(backupFile(dataDir, id));
}

function contentsOf(file: string): CopyContents {
  try {
    return readCopy(file);
  } catch (error) {
    throw asRefusal(error);
  }
}
