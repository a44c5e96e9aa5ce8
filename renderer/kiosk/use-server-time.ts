import { useEffect, useState } from 'react';
import { callRoute } from '../client/api';

/**
 * The server's time in milliseconds, moved on each second: a kiosk of its own may have a wrong clock. It is asked
 * for whenever `lineIsOpen` becomes true, so after each start of the server.
 */
export function useServerTime(lineIsOpen: boolean): number {
  const [ahead, setAhead] = useState(0);
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!lineIsOpen) return;
    const abandoned = new AbortController();
    callRoute('site', { signal: abandoned.signal })
      .then((site) => {
        const here = Date.now();
        setAhead(Date.parse(site.now) - here);
        setNow(here);
      })
      // The line is lost again; it is asked anew when it is back.
      .catch(() => undefined);
    return () => abandoned.abort();
  }, [lineIsOpen]);
  useEffect(() => {
    const ticking = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(ticking);
  }, []);
  return now + ahead;
}
