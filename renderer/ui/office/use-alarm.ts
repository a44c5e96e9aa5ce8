import { useEffect, useState } from 'react';
import { type Alert, makeAlert } from '../../client/alert';

/** How often an alarm sounds that nobody answers. */
const againMs = 8_000;

let alert: Alert | undefined;

/**
 * Sounds while `isRinging`, again and again. `canSound`: browsers let a page sound only after it was touched once.
 */
export function useAlarm(isRinging: boolean): { readonly canSound: boolean } {
  const [canSound, setCanSound] = useState(() => alert !== undefined || wasTouched());
  useEffect(() => {
    if (canSound) return;
    const touched = () => setCanSound(true);
    // Not as it goes down: what says so goes away, and what was pressed must still be under the finger as it goes up.
    const gestures = ['click', 'keyup'] as const;
    for (const gesture of gestures) document.addEventListener(gesture, touched, { once: true });
    return () => {
      for (const gesture of gestures) document.removeEventListener(gesture, touched);
    };
  }, [canSound]);
  useEffect(() => {
    if (!canSound || !isRinging) return;
    alert ??= makeAlert();
    const { sound } = alert;
    sound();
    const timer = setInterval(sound, againMs);
    return () => clearInterval(timer);
  }, [canSound, isRinging]);
  return { canSound };
}

/** Whether the page was touched since it came; browsers that don't tell are believed. */
function wasTouched(): boolean {
  return navigator.userActivation?.hasBeenActive ?? true;
}
