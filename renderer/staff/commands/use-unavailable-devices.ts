import { useCallButtons, usePressedVerbs } from '../../client/call-buttons';
import { useScannedTickets } from '../../client/scans';
import { usePassingWord } from '../../ui/office/passing-word';

/** Where nothing can be called, says why to whoever presses a button of the box on the desk, or scans a ticket. */
export function useUnavailableDevices(why: string): void {
  const say = usePassingWord();
  const { buttons } = useCallButtons();
  usePressedVerbs(buttons, () => say(why));
  useScannedTickets(() => say(why));
}
