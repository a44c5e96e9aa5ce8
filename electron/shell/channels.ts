/** The channels between the kiosk page's preload and the main process, one for each function of `window.antre`. */
export const channels = {
  requestExit: 'antre/request-exit',
  setupCode: 'antre/setup-code',
  shellInfo: 'antre/shell-info',
} as const;
