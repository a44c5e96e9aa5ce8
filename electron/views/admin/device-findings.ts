import type { AdminDevice, DeviceReport } from '../../contract/admin-devices';
import type { Finding } from '../../contract/admin-hall';
import type { AttachedPads } from '../../contract/attached-pads';
import { inIndonesian } from '../../contract/languages';
import type { ScannerState } from '../../contract/scanner';
import { padsOfOwnMaker, type SpokenKeys } from '../../contract/spoken-key-names';
import type { TouchScreen } from '../../contract/touch-screen';
import { countersOfDevice } from '../../store/counters-of-device';
import type { Hall } from '../../store/hall';
import type { ViewContext } from '../view-context';
import { listDevices } from './devices';

/** What a device's machine told of what hangs on it; null where it told nothing. */
export interface ToldOfDevice {
  readonly touchScreen: TouchScreen | null;
  readonly scanner: ScannerState | null;
  readonly pads: AttachedPads | null;
  /** What its page told of sound devices. */
  readonly sound: Pick<DeviceReport, 'outputs' | 'output'> | null;
  /** The addresses at which its streams of events are held back. */
  readonly heldStreams: readonly string[];
}

/** What an admin should look at of the kiosks and displays that are let in: what came loose, what shows nothing. */
export function deviceFindings(context: ViewContext, toldOf: (deviceId: string) => ToldOfDevice): Finding[] {
  const { reader, hall } = context;
  return listDevices(reader, hall.settings.timezone)
    .filter(({ revoked }) => !revoked)
    .flatMap((device) => {
      const { touchScreen, scanner, pads, sound, heldStreams } = toldOf(device.id);
      const speaks = device.kind === 'display' || hall.settings.spokenPath;
      return [
        ...fault(device, 'touch_screen', touchScreen?.state ?? null),
        ...fault(device, 'scanner', scanner),
        ...(pads && hall.settings.spokenPath && !hasPad(pads, hall.settings.spokenKeys)
          ? [found(device, 'pad', 'gone')]
          : []),
        ...(speaks ? soundFault(device, sound) : []),
        ...heldStreams.map((address) => found(device, 'held_stream', address)),
        ...(device.unreadable.length === 0 && countersOfDevice(reader, hall, device.id).length === 0
          ? [found(device, 'no_counter', device.zone ?? '')]
          : []),
      ];
    });
}

/** The lamps on printers' drawer ports that the last call didn't reach. */
export function lampFindings({ printers }: Pick<Hall, 'printers'>, failing: readonly number[]): Finding[] {
  return printers
    .filter(({ id }) => failing.includes(id))
    .map(({ id, name }) => ({
      subject: `printer:${id}`,
      name: inIndonesian(name),
      kind: 'call_lamp',
      detail: '',
    }));
}

function fault(device: AdminDevice, kind: 'touch_screen' | 'scanner', state: string | null): Finding[] {
  return state === null || state === 'none' || state === 'working' ? [] : [found(device, kind, state)];
}

/** Whether somebody could begin the spoken path: by a keyboard or what passes for one, or by a pad whose keys the hall knows. */
function hasPad({ keyboard, ofOwnMaker }: AttachedPads, keys: SpokenKeys): boolean {
  return keyboard || padsOfOwnMaker(keys).some((pad) => ofOwnMaker.includes(pad));
}

function soundFault(device: AdminDevice, sound: ToldOfDevice['sound']): Finding[] {
  if (!sound) return [];
  if (sound.output === 'away' || sound.output === 'cannot_choose')
    return [found(device, 'sound_output', sound.output)];
  // A display may be meant to be silent.
  return device.kind === 'kiosk' && sound.outputs?.length === 0
    ? [found(device, 'sound_output', 'none')]
    : [];
}

function found({ id, name }: AdminDevice, kind: Finding['kind'], detail: string): Finding {
  return { subject: `device:${id}`, name: inIndonesian(name), kind, detail };
}
