import { createContext, useContext } from 'react';
import type { DevicesSnapshot } from '../../../electron/contract/admin-devices';
import type { PrintersNow } from '../../../electron/contract/printers';
import type { User } from '../../../electron/contract/staff';
import type { LiveLine } from '../../client/live/own-line';
import { useSnapshot } from '../../client/live/use-live-line';
import { helpTopic } from '../../ui/office/help-alarm';

/** What the admin page's one line tells of; each browser allows a server a handful of lines, over all its tabs. */
export function liveTopics({ wholeHall }: User): string[] {
  // The hall's devices are looked after by those of the whole hall.
  return ['printers', helpTopic, ...(wholeHall ? ['devices'] : [])];
}

/** The one line of the admin page. */
export const LiveContext = createContext<LiveLine | undefined>(undefined);

/** The hall's printers as they are now, or undefined before the server told. */
export function usePrintersNow(): PrintersNow | undefined {
  return useSnapshot(useContext(LiveContext), 'printers');
}

/** The kiosks and lobby screens as they are now, or undefined before the server told. */
export function useDevicesNow(): DevicesSnapshot | undefined {
  return useSnapshot(useContext(LiveContext), 'devices');
}
