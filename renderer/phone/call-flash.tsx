import { useEffect, useState } from 'react';
import styles from './call-flash.module.css';

/** So long the page flashes, once a second: far below the three a second of WCAG 2.3.1. */
const flashesMs = 6_000;

/**
 * Flashes over the whole page when its number is called, for whoever doesn't hear it; whoever asked the phone for less motion sees a
 * frame that stays instead. `calls`: how often the number was called so far; what was called before the page was opened doesn't flash.
 */
export function CallFlash({ calls }: { readonly calls: number }) {
  const [seen, setSeen] = useState(calls);
  const isNew = calls > seen;
  useEffect(() => {
    if (calls === seen) return undefined;
    const timer = setTimeout(() => setSeen(calls), calls > seen ? flashesMs : 0);
    return () => clearTimeout(timer);
  }, [calls, seen]);
  // A new element for each call, so that the flashes begin anew.
  return isNew ? <div key={calls} className={styles.flash} data-testid="call-flash" aria-hidden /> : null;
}
