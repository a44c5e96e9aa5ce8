import { statSync } from 'node:fs';
import { chooseStandby } from '../../actions/admin/choose-standby';
import type { RouteName } from '../../contract/routes';
import { hallFiles } from '../../copies/hall-files';
import { Refusal } from '../../queue/refusal';
import { deviceIdOf } from '../callers';
import type { ServerParts } from '../parts';
import type { Handlers } from '../routing/route-request';

/** The machine that stands by: chosen by admins, and what it takes and tells. */
export function standbyHandlers({ standby, dataDir }: Pick<ServerParts, 'standby' | 'dataDir'>) {
  return {
    standbyState: () => ({ status: 200, body: standby.state() }),
    chooseStandby: ({ act, body }) =>
      act((context) => {
        chooseStandby(context, body.deviceId);
        const state = { ...standby.state(), ...body };
        return { status: 200, body: state, edit: { after: body } };
      }),
    standbyFiles: async ({ caller }) => {
      if (!standby.isChosen(deviceIdOf(caller))) throw new Refusal('forbidden');
      const found = (await hallFiles(dataDir)).flatMap(({ name, path }) => {
        const stat = statSync(path, { throwIfNoEntry: false });
        return stat ? [{ name, bytes: stat.size, changedAt: Math.floor(stat.mtimeMs) }] : [];
      });
      return { status: 200, body: found };
    },
    reportStandby: ({ caller, body, raw }) => {
      if (!standby.isChosen(deviceIdOf(caller))) throw new Refusal('forbidden');
      standby.told(body, raw.ip);
      return { status: 204, body: null };
    },
  } satisfies Partial<Handlers<RouteName>>;
}
