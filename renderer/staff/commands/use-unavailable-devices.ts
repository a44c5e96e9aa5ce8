import { useCallButtons, usePressedVerbs } from '../../client/call-buttons';
import { useScannedTickets } from '../../client/scans';
import { useToast } from '../../ui/office/toast';

/** Where nothing can be called, says why to whoever presses a button of the box on the desk, or scans a ticket. */
export function useUnavailableDevices(why: string): void {
  const say = useToast();
  const { buttons } = useCallButtons();
  usePressedVerbs(buttons, () => say(why));
  useScannedTickets(() => say(why));
}
