import { useState } from 'react';
import type { AdminPrinter } from '../../../electron/contract/printers';

/**
 * The printer whose panel is open, and the way to open another one (null: none). One that is kept is shown as it is
 * kept now, with its newest version; one that isn't kept yet, as it was opened.
 */
export function useOpenPrinter(
  kept: readonly AdminPrinter[],
): readonly [AdminPrinter | null, (printer: AdminPrinter | null) => void] {
  const [opened, setOpened] = useState<AdminPrinter | null>(null);
  const open = opened?.id ? (kept.find(({ id }) => id === opened.id) ?? null) : opened;
  return [open, setOpened];
}
