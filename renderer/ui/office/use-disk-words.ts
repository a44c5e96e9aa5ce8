import { useQuery } from '@tanstack/react-query';
import type { Health } from '../../../electron/contract/operation';
import { useEntranceTexts } from './office-texts';
import { sizeInWords } from './size-in-words';

const askAgainMs = 30_000;

/** Once the hall's disk has little room left, or none: how much, and what to do; else null. Asks each half minute. */
export function useDiskWords(): string | null {
  const { t, language } = useEntranceTexts();
  const { data: health } = useQuery({
    queryKey: ['health'],
    queryFn: async () => (await (await fetch('/healthz', { cache: 'no-store' })).json()) as Health,
    refetchInterval: askAgainMs,
  });
  if (!health?.disk.low) return null;
  const left = sizeInWords(health.disk.freeBytes, language);
  const isFull = health.status === 'failed' && health.database === 'ok';
  return t(isFull ? 'disk.full' : 'disk.low', { left });
}
