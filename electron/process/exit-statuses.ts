/** Exit statuses of the main process, for whoever watches over it (scripts/supervise.cjs). */
export const exitStatuses = {
  /** The start failed for a reason that may pass by itself (EX_TEMPFAIL of sysexits). */
  mayPass: 75,
  /** The start can't succeed until somebody has changed something (EX_CONFIG). */
  cannotStart: 78,
  startAgain: 85,
  /** The same without hardware acceleration. */
  startAgainWithoutGraphics: 86,
} as const;
