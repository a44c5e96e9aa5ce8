import { statSync } from 'node:fs';
import { chooseStandby } from '../../actions/admin/choose-standby';
import type { RouteName } from '../../contract/routes';
import { hallFiles } from '../../copies/hall-files';
import { Refusal } from '../../queue/refusal';
import { isSameProof, markOf, proofOf, successionOf } from '../../standby/proofs';
import { readMainMachine } from '../../store/main-machine';
import { query } from '../../store/store';
import { deviceIdOf } from '../callers';
import type { ServerParts } from '../parts';
import type { Handlers } from '../routing/route-request';

/** The machine that stands by: chosen by admins, and what it takes and tells. */
export function standbyHandlers(parts: Pick<ServerParts, 'standby' | 'dataDir' | 'store' | 'succeeded'>) {
  const { standby, dataDir, store } = parts;
  return {
    standbyState: () => ({ status: 200, body: standby.state() }),
    chooseStandby: ({ act, body }) =>
      act((context) => {
        chooseStandby(context, body.deviceId);
        const state = { ...standby.state(), ...body };
        return { status: 200, body: state, edit: { after: body } };
      }),
    standbyFiles: async ({ caller }) => {
      if (!standby.isChosen(deviceIdOf(caller))) throw new Refusal('not_found');
      const found = (await hallFiles(dataDir)).flatMap(({ name, path }) => {
        const stat = statSync(path, { throwIfNoEntry: false });
        return stat ? [{ name, bytes: stat.size, changedAt: Math.floor(stat.mtimeMs) }] : [];
      });
      return { status: 200, body: found };
    },
    reportStandby: ({ caller, body, raw }) => {
      if (!standby.isChosen(deviceIdOf(caller))) throw new Refusal('not_found');
      standby.told(body, raw.ip);
      return { status: 204, body: null };
    },
    proveMain: ({ body }) => {
      const { epoch, secret } = readMainMachine(store);
      const key = body.mark === null ? secret : keyOf(store, body.mark);
      if (key === undefined) throw new Refusal('not_found');
      return { status: 200, body: { epoch, proof: proofOf(key, body.nonce, epoch) } };
    },
    giveWay: ({ body }) => {
      const { epoch, secret } = readMainMachine(store);
      if (!isSameProof(body.proof, successionOf(secret, body.epoch, body.address)))
        throw new Refusal('forbidden');
      const gaveWay = body.epoch > epoch;
      if (gaveWay) parts.succeeded({ epoch: body.epoch, hub: body.address });
      return { status: 200, body: { gaveWay } };
    },
  } satisfies Partial<Handlers<RouteName>>;
}

/** The key of the device that is meant. */
function keyOf(store: ServerParts['store'], mark: string): string | undefined {
  const devices = store.all(query.selectFrom('devices').select('tokenHash').where('revokedAt', 'is', null));
  return devices.flatMap(({ tokenHash }) => tokenHash ?? []).find((key) => markOf(key) === mark);
}
