/** While a dialog is open, keys, buttons and scans at the desk are for it alone. */
export function isDialogOpen(): boolean {
  return document.querySelector('[role="dialog"]') !== null;
}
