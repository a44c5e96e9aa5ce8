import type { ShownSettings } from '../../electron/contract/settings';
import { HallSection } from '../../renderer/admin/hall/hall-section';
import { drawnForAdmin } from './drawn-office';

/** Returns the form of the hall's settings as HTML. */
export function drawnHallSection(settings: ShownSettings): Promise<string> {
  return drawnForAdmin(<HallSection />, { settings });
}
