import { useEffect, useRef } from 'react';

/** Hears Ctrl K (on Macs also Command K) anywhere on the page, where no dialog is open. */
export function useSearchKey(onPress: () => void): void {
  const newest = useRef(onPress);
  newest.current = onPress;
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const isModified = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      if (event.code !== 'KeyK' || !isModified) return;
      // Browsers would go to their own field of addresses.
      event.preventDefault();
      if (!document.querySelector('[role="dialog"]')) newest.current();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, []);
}
