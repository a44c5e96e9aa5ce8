import type { AdminDevice } from '../../contract/admin-devices';
import type { Finding } from '../../contract/admin-hall';
import { inIndonesian } from '../../contract/languages';
import type { ScannerState } from '../../contract/scanner';
import type { TouchScreen } from '../../contract/touch-screen';
import { countersOfDevice } from '../../store/counters-of-device';
import type { ViewContext } from '../view-context';
import { listDevices } from './devices';

/** What a device's machine told of what hangs on it; null where it told nothing. */
export interface ToldOfDevice {
  readonly touchScreen: TouchScreen | null;
  readonly scanner: ScannerState | null;
  /** The addresses at which its streams of events are held back. */
  readonly heldStreams: readonly string[];
}

/** What an admin should look at of the kiosks and displays that are let in: what came loose, what shows nothing. */
export function deviceFindings(context: ViewContext, toldOf: (deviceId: string) => ToldOfDevice): Finding[] {
  const { reader, hall } = context;
  return listDevices(reader, hall.settings.timezone)
    .filter(({ revoked }) => !revoked)
    .flatMap((device) => {
      const { touchScreen, scanner, heldStreams } = toldOf(device.id);
      return [
        ...fault(device, 'touch_screen', touchScreen?.state ?? null),
        ...fault(device, 'scanner', scanner),
        ...heldStreams.map((address) => found(device, 'held_stream', address)),
        ...(device.unreadable.length === 0 && countersOfDevice(reader, hall, device.id).length === 0
          ? [found(device, 'no_counter', device.zone ?? '')]
          : []),
      ];
    });
}

function fault(device: AdminDevice, kind: 'touch_screen' | 'scanner', state: string | null): Finding[] {
  return state === null || state === 'none' || state === 'working' ? [] : [found(device, kind, state)];
}

function found({ id, name }: AdminDevice, kind: Finding['kind'], detail: string): Finding {
  return { subject: `device:${id}`, name: inIndonesian(name), kind, detail };
}
