import { useElementSize } from '@mantine/hooks';

/** How many rows of a height the element has room for; some before it was measured. */
export function useRowsThatFit(rowHeight: number) {
  const { ref, height } = useElementSize<HTMLDivElement>();
  return { ref, rows: height > 0 ? Math.max(2, Math.floor((height + 1) / rowHeight)) : 7 };
}
