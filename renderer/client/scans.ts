import { useEffect, useEffectEvent } from 'react';
import { ScannerKeys } from './scanner-keys';
import { tokenIn } from './ticket-code';

/**
 * Hears what is scanned, by a scanner that the shell reads or by one that types like a keyboard. Returns the ticket's
 * token, or null for a code that is no ticket's or could not be read.
 */
export function useScannedTickets(heard: (token: string | null) => void): void {
  const hear = useEffectEvent(heard);
  useEffect(() => {
    const stop = window.antre?.onScan((text) => hear(tokenIn(text)));
    const keys = new ScannerKeys();
    const pressed = (event: KeyboardEvent) => {
      const code = keys.down(event);
      if (code !== null) hear(tokenIn(code));
    };
    const letGo = (event: KeyboardEvent) => keys.up(event);
    window.addEventListener('keydown', pressed, { capture: true });
    window.addEventListener('keyup', letGo, { capture: true });
    return () => {
      stop?.();
      window.removeEventListener('keydown', pressed, { capture: true });
      window.removeEventListener('keyup', letGo, { capture: true });
    };
  }, []);
}
