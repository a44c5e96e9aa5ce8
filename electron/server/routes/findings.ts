import type { Finding } from '../../contract/admin-hall';
import type { HttpsState } from '../../contract/admin-https';
import { inIndonesian } from '../../contract/languages';
import type { RouteName } from '../../contract/routes';
import { diskSpace } from '../../health/disk-space';
import { endingsOf } from '../../health/endings';
import { processorCelsius } from '../../health/machine-state';
import { readRestarts } from '../../health/restarts';
import { readRuns } from '../../health/run-record';
import { runtimeSupport } from '../../health/runtime-support';
import type { SpeechState } from '../../speech/speech';
import type { StandbyWatch } from '../../standby/standby-watch';
import { closingFindings } from '../../views/admin/closing-findings';
import { copyFindings } from '../../views/admin/copy-findings';
import { deviceFindings, lampFindings } from '../../views/admin/device-findings';
import { findDevice } from '../../views/admin/devices';
import { findings } from '../../views/admin/findings';
import { machineFindings } from '../../views/admin/machine-findings';
import { isFindingWithin } from '../../views/admin/within-reach';
import { centreFindings } from '../../views/centre/centre-findings';
import type { ViewContext } from '../../views/view-context';
import type { DeviceWatch } from '../devices/device-watch';
import { PictureFiles } from '../files/picture-files';
import { type HeldStreams, heldStreamFindings } from '../live/held-streams';
import type { PageFaults } from '../page-faults';
import type { ServerParts } from '../parts';
import type { Handlers } from '../routing/route-request';
import { type Https, httpsFaults } from '../tls/https-state';
import { stateOfClock } from './admin-clock';

type Known = {
  readonly devices: DeviceWatch;
  readonly heldStreams: HeldStreams;
  readonly pageFaults: PageFaults;
  readonly https: Https;
};

/** All that an admin should look at, as the hall and its machine are now. */
export type LookForFindings = (context: ViewContext) => Promise<Finding[]>;

/** Looks through the hall, its devices and its machine. */
export function lookForFindings(
  {
    dataDir,
    clock,
    copies,
    updates,
    uplink,
    speech,
    printer,
    standby,
  }: Pick<
    ServerParts,
    'dataDir' | 'clock' | 'copies' | 'updates' | 'uplink' | 'speech' | 'printer' | 'standby'
  >,
  { devices, heldStreams, pageFaults, https }: Known,
): LookForFindings {
  const pictures = new PictureFiles(dataDir);
  return async (context) => {
    const [disk, restarts] = await Promise.all([diskSpace(dataDir), readRestarts(dataDir)]);
    const held = heldStreams.now();
    const ofDevices = deviceFindings(context, (id) => ({
      touchScreen: devices.touchScreens.of(id),
      scanner: devices.scanners.of(id),
      pads: devices.pads.of(id),
      sound: devices.soundOf(id),
      heldStreams: held.flatMap(({ caller, address }) =>
        caller.kind === 'device' && caller.deviceId === id ? [address] : [],
      ),
    }));
    const ofPeople = heldStreamFindings(held);
    const ofMachine = machineFindings(context, {
      clock: stateOfClock(clock, context).doubt,
      disk,
      restarts,
      endings: endingsOf(readRuns(dataDir).runs, restarts),
      celsius: processorCelsius(),
      support: runtimeSupport(process.versions, context.now),
      update: updates.last(),
      pageFaults: pageFaults.all(),
    });
    return [
      ...ofMachine,
      ...httpsFaults(https).map(httpsFinding),
      ...closingFindings(context),
      ...copyFindings(copies.state(), copies.drillOverdueSince() !== null, context.now),
      ...centreFindings(uplink.state(), context.now),
      ...(context.hall.settings.spokenPath ? speechFindings(await speech.state()) : []),
      ...ofDevices,
      ...standbyFindings(context, standby.trouble()),
      ...lampFindings(context.hall, printer.failingLamps()),
      ...ofPeople,
      ...findings(context, pictures.isThere),
    ];
  };
}

/** What an admin should look at, and what pages tell of their faults. */
export function findingRoutes(
  { log }: Pick<ServerParts, 'log'>,
  { pageFaults, look: lookFor }: Pick<Known, 'pageFaults'> & { readonly look: LookForFindings },
) {
  return {
    findings: async ({ look, reach }) => {
      const context = look();
      const found = await lookFor(context);
      return { status: 200, body: found.filter((each) => isFindingWithin(context, reach, each)) };
    },

    reportPageFault: ({ body, raw }) => {
      log.warn(pageFaults.note(body, raw.ip), 'page_fault');
      return { status: 204, body: null };
    },
  } satisfies Partial<Handlers<RouteName>>;
}

/** What is in the way of a machine that stands by. */
function standbyFindings(
  { reader, hall }: ViewContext,
  trouble: ReturnType<StandbyWatch['trouble']>,
): Finding[] {
  if (!trouble) return [];
  const device = findDevice(reader, trouble.deviceId, hall.settings.timezone);
  const name = device ? inIndonesian(device.name) : null;
  return [{ subject: `device:${trouble.deviceId}`, name, kind: 'standby', detail: trouble.state }];
}

/** What is wrong where a kiosk is to speak. */
function speechFindings({ synthesiser }: SpeechState): Finding[] {
  return synthesiser?.voices.id === undefined
    ? [{ subject: 'speech', name: null, kind: 'no_speech', detail: '' }]
    : [];
}

function httpsFinding({ kind, detail }: HttpsState['faults'][number]): Finding {
  return { subject: 'https', name: null, kind: `https_${kind}`, detail };
}
