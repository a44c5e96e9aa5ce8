import { useElementSize } from '@mantine/hooks';

const rowHeight = 71;
const moreHeight = 44;
/** As many as an office screen of 768 lines has room for. */
const beforeMeasured = 7;

/** How many of the rows the element has room for, beside the line that offers the others where not all fit. */
export function useRowsThatFit(count: number) {
  const { ref, height } = useElementSize<HTMLDivElement>();
  const rowsIn = (room: number) => Math.max(1, Math.floor((room + 1) / rowHeight));
  if (height === 0) return { ref, rows: beforeMeasured };
  return { ref, rows: rowsIn(height) >= count ? count : rowsIn(height - moreHeight) };
}
