import { writeSettings } from '../../store/settings';
import type { ActionContext } from '../action';

/** Tells the lobby's screens that the hall's recordings are others now. */
export function announceVoices({ transaction, hall }: ActionContext): void {
  writeSettings(transaction, { voiceRevision: hall.settings.voiceRevision + 1 });
  transaction.announce({ kind: 'configuration' });
}
