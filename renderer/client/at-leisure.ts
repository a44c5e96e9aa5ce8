/** Does something once the browser has nothing else to do. */
export function atLeisure(act: () => void): void {
  // Safari has no such call.
  if (window.requestIdleCallback) window.requestIdleCallback(act);
  else setTimeout(act, 200);
}
