import { useEffect, useState } from 'react';

/** Whether something has been so for that many milliseconds. */
export function useLasted(isSo: boolean, ms: number): boolean {
  const [lasted, setLasted] = useState(false);
  useEffect(() => {
    setLasted(false);
    if (!isSo) return undefined;
    const timer = setTimeout(() => setLasted(true), ms);
    return () => clearTimeout(timer);
  }, [isSo, ms]);
  return lasted;
}
