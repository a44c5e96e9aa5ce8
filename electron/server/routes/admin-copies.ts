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
      try {
        const opened = await copies.open({ folder, name, typedKey });
        try {
          if (!opened.countsRight) throw new Refusal('backup_damaged');
          const { sums } = opened.manifest;
          const today = localInstant(clock.now(), sums.timezone).slice(0, 10);
          // Names by what is in them, or of chance: beside what a new hall has they change nothing.
          await takeInFiles(opened.folder, dataDir);
          await restorer.restoreFresh(
            join(opened.folder, partNames.database),
            { id: name, actor: system },
            today,
          );
          setUpCode.burn();
          await copies
            .choose({ folder, ...usual, recipient: opened.recipient })
            .catch((error: unknown) => log.warn({ err: error }, 'copies do not go on where this one lay'));
          const { siteName, users, lastBusinessDate } = sums;
          return { status: 200, body: { hall: siteName, users, lastBusinessDate } };
        } finally {
          opened.done();
        }
      } catch (error) {
        throw error instanceof CopyUnopenedError ? new Refusal(refusals[error.fault]) : error;
      }
    },
  } satisfies Partial<Handlers<RouteName>>;
}

async function takeInFiles(opened: string, dataDir: string): Promise<void> {
  for (const folder of keptFolders) {
    if (existsSync(join(opened, folder)))
      await cp(join(opened, folder), join(dataDir, folder), { recursive: true });
  }
}
