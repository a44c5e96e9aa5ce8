import type { Finding } from '../../contract/admin-hall';
import type { HttpsState } from '../../contract/admin-https';
import type { RouteName } from '../../contract/routes';
import { closingFindings } from '../../views/admin/closing-findings';
import { copyFindings } from '../../views/admin/copy-findings';
import { deviceFindings } from '../../views/admin/device-findings';
import { findings } from '../../views/admin/findings';
import { machineFindings } from '../../views/admin/machine-findings';
import { isFindingWithin } from '../../views/admin/within-reach';
import type { DeviceWatch } from '../devices/device-watch';
import { diskSpace } from '../disk-space';
import { PictureFiles } from '../files/picture-files';
import { type HeldStreams, heldStreamFindings } from '../live/held-streams';
import type { PageFaults } from '../page-faults';
import type { ServerParts } from '../parts';
import { readRestarts } from '../restarts';
import type { Handlers } from '../routing/route-request';
import { type Https, httpsFaults } from '../tls/https-state';
import { stateOfClock } from './admin-clock';

/** What an admin should look at, and what pages tell of their faults. */
export function findingRoutes(
  { dataDir, log, clock, copies }: Pick<ServerParts, 'dataDir' | 'log' | 'clock' | 'copies'>,
  known: {
    readonly devices: DeviceWatch;
    readonly heldStreams: HeldStreams;
    readonly pageFaults: PageFaults;
    readonly https: Https;
  },
) {
  const { devices, heldStreams, pageFaults, https } = known;
  const pictures = new PictureFiles(dataDir);
  return {
    findings: async ({ look, reach }) => {
      const [disk, restarts] = await Promise.all([diskSpace(dataDir), readRestarts(dataDir)]);
      const context = look();
      const held = heldStreams.now();
      const ofDevices = deviceFindings(context, (id) => ({
        touchScreen: devices.touchScreens.of(id),
        scanner: devices.scanners.of(id),
        heldStreams: held.flatMap(({ caller, address }) =>
          caller.kind === 'device' && caller.deviceId === id ? [address] : [],
        ),
      }));
      const ofPeople = heldStreamFindings(held);
      const ofMachine = machineFindings(context, {
        clock: stateOfClock(clock, context).doubt,
        disk,
        restarts,
        pageFaults: pageFaults.all(),
      });
      return {
        status: 200,
        body: [
          ...ofMachine,
          ...httpsFaults(https).map(httpsFinding),
          ...closingFindings(context),
          ...copyFindings(copies.state(), copies.drillOverdueSince() !== null, context.now),
          ...ofDevices,
          ...ofPeople,
          ...findings(context, pictures.isThere),
        ].filter((each) => isFindingWithin(context, reach, each)),
      };
    },

    reportPageFault: ({ body, raw }) => {
      log.warn(pageFaults.note(body, raw.ip), 'page_fault');
      return { status: 204, body: null };
    },
  } satisfies Partial<Handlers<RouteName>>;
}

function httpsFinding({ kind, detail }: HttpsState['faults'][number]): Finding {
  return { subject: 'https', name: null, kind: `https_${kind}`, detail };
}
