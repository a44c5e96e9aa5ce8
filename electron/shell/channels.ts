/** The channels between the kiosk page's preload and the main process, one for each function of `window.antre`;
 * by the last three the main process tells, by the others the page asks. */
export const channels = {
  requestExit: 'antre/request-exit',
  setupCode: 'antre/setup-code',
  scan: 'antre/scan',
  button: 'antre/button',
  devices: 'antre/devices',
} as const;
