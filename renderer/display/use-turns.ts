import { useEffect, useState } from 'react';

/** Shows `count` things one after another, each for so many seconds: answers which one is due. */
export function useTurns(count: number, seconds: number): number {
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (count < 2) return undefined;
    const timer = setInterval(() => setTurn((before) => before + 1), seconds * 1000);
    return () => clearInterval(timer);
  }, [count, seconds]);
  return count === 0 ? 0 : turn % count;
}
