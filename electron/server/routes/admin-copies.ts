import { existsSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { countAttempt, forgetAttempts } from '../../actions/accounts/count-attempt';
import { recordAudit } from '../../actions/accounts/record-audit';
import { hasUsers } from '../../actions/accounts/users';
import type { OpenFault } from '../../contract/admin-copies';
import type { ProblemCode } from '../../contract/problems';
import type { RouteName } from '../../contract/routes';
import { CopyUnopenedError } from '../../copies/copy-fault';
import { keptFolders, partNames } from '../../copies/manifest';
import { localInstant } from '../../queue/local-instant';
import { Refusal } from '../../queue/refusal';
import { fileBackup, listBackups } from '../../store/backups/backup-files';
import { actorOf } from '../callers';
import type { ServerParts } from '../parts';
import { Restorer } from '../restorer';
import type { Handlers } from '../routing/route-request';

const system = { kind: 'system' } as const;
const refusals: Readonly<Record<OpenFault, ProblemCode>> = {
  damaged: 'backup_damaged',
  newer: 'backup_newer',
  no_admin: 'backup_without_admin',
  wrong_key: 'copy_key_wrong',
  unreachable: 'place_unusable',
  no_room: 'disk_low',
};
const ownFolders = keptFolders.filter((folder) => folder !== 'tls');
/** What a machine takes up that a hall was restored on; an admin chooses otherwise. */
const usual = { rhythm: 'hourly', keptDays: 14 } as const;

/** Copies in a second place, the trial of copies, and a hall that begins with one. */
export function adminCopyRoutes(parts: ServerParts) {
  const { copies, actionRunner, setUpCode, clock, dataDir, log } = parts;
  const restorer = new Restorer(parts);
  /** Throws `Refusal` unless there are no accounts and the code is the set-up code. */
  const requireFresh = (code: string, address: string) => {
    actionRunner.run(system, (context) => {
      if (hasUsers(context.transaction)) throw new Refusal('already_set_up');
      countAttempt(context, { kind: 'set-up', address });
      if (setUpCode.matches(code)) forgetAttempts(context, { kind: 'set-up', address });
    });
    if (!setUpCode.matches(code)) throw new Refusal('setup_code_wrong');
  };
  /** Opens a copy of a second place for some work; it is gone afterwards. Throws `Refusal` for one that can't be used. */
  const opened = async <Result>(
    copy: Parameters<typeof copies.open>[0],
    work: (opened: Awaited<ReturnType<typeof copies.open>>) => Promise<Result>,
  ): Promise<Result> => {
    try {
      const found = await copies.open(copy);
      try {
        if (!found.countsRight) throw new Refusal('backup_damaged');
        return await work(found);
      } finally {
        found.done();
      }
    } catch (error) {
      throw error instanceof CopyUnopenedError ? new Refusal(refusals[error.fault]) : error;
    }
  };
  return {
    secondPlace: () => ({ status: 200, body: copies.state() }),
    foundPlaces: async () => ({ status: 200, body: await copies.find() }),
    lookAtPlace: async ({ body }) => ({ status: 200, body: await copies.look(body.folder) }),
    makeCopyKey: async ({ caller }) => {
      const made = await copies.makeKey();
      actionRunner.run(actorOf(caller), (context) =>
        recordAudit(context, { action: 'makeCopyKey', subject: 'second-place', after: { name: made.name } }),
      );
      return { status: 200, body: made };
    },
    chooseSecondPlace: async ({ body, caller }) => {
      const before = copies.state().place;
      await copies.choose(body);
      const { place } = copies.state();
      actionRunner.run(actorOf(caller), (context) =>
        recordAudit(context, { action: 'chooseSecondPlace', subject: 'second-place', before, after: place }),
      );
      return { status: 200, body: copies.state() };
    },
    leaveSecondPlace: ({ caller }) => {
      const before = copies.state().place;
      copies.leave();
      actionRunner.run(actorOf(caller), (context) =>
        recordAudit(context, { action: 'leaveSecondPlace', subject: 'second-place', before }),
      );
      return { status: 200, body: copies.state() };
    },
    awayCopies: async () => ({ status: 200, body: await copies.list() }),
    copyAway: ({ caller }) => {
      copies.begin();
      actionRunner.run(actorOf(caller), (context) =>
        recordAudit(context, { action: 'copyAway', subject: 'second-place' }),
      );
      return { status: 202, body: copies.state() };
    },
    takeInCopy: async ({ params, body, caller }) => {
      const { place } = copies.state();
      if (!place) throw new Refusal('not_found');
      const made = await opened(
        { folder: place.folder, name: params.name, typedKey: body.key },
        async ({ folder, manifest: { madeAt } }) => {
          // The authority stays: this hall's computers trust the one that it has.
          await takeInFiles(folder, dataDir, ownFolders);
          return fileBackup(dataDir, join(folder, partNames.database), madeAt);
        },
      );
      actionRunner.run(actorOf(caller), (context) =>
        recordAudit(context, {
          action: 'takeInCopy',
          subject: `backup:${made}`,
          after: { name: params.name },
        }),
      );
      const { timezone } = parts.hall().settings;
      const backup = listBackups(dataDir, timezone).find(({ id }) => id === made);
      if (!backup) throw new Error('the copy that was taken in is missing');
      return { status: 201, body: backup };
    },
    tryCopies: ({ body, caller }) => {
      copies.beginDrill(body.key);
      actionRunner.run(actorOf(caller), (context) =>
        recordAudit(context, { action: 'tryCopies', subject: 'second-place' }),
      );
      return { status: 202, body: copies.state() };
    },
    setUpCopies: async ({ body, raw }) => {
      requireFresh(body.code, raw.ip);
      const [places, found] = await Promise.all([
        copies.find(),
        body.folder === undefined ? [] : copies.list(body.folder),
      ]);
      return { status: 200, body: { places, copies: found } };
    },
    setUpRestore: async ({ body, raw }) => {
      requireFresh(body.code, raw.ip);
      const { folder, name, key: typedKey } = body;
      return await opened(
        { folder, name, typedKey },
        async ({ folder: into, manifest: { sums }, recipient }) => {
          const today = localInstant(clock.now(), sums.timezone).slice(0, 10);
          await takeInFiles(into, dataDir, keptFolders);
          await restorer.restoreFresh(join(into, partNames.database), { id: name, actor: system }, today);
          setUpCode.burn();
          await copies
            .choose({ folder, ...usual, recipient })
            .catch((error: unknown) => log.warn({ err: error }, 'copies do not go on where this one lay'));
          const { siteName, users, lastBusinessDate } = sums;
          return { status: 200, body: { hall: siteName, users, lastBusinessDate } };
        },
      );
    },
  } satisfies Partial<Handlers<RouteName>>;
}

/** Their names are by what is in them, or of chance: beside what a hall has they change nothing. */
async function takeInFiles(opened: string, dataDir: string, folders: readonly string[]): Promise<void> {
  for (const folder of folders) {
    if (existsSync(join(opened, folder)))
      await cp(join(opened, folder), join(dataDir, folder), { recursive: true });
  }
}
