/** What a row of the summary over halls is about. */
export const centreGroupings = [
  'hall',
  'agency',
  'service',
  'day',
  'month',
  'hour',
  'weekday',
  'period',
] as const;
export type CentreGrouping = (typeof centreGroupings)[number];

/** `agency`: each institution over all halls; `hall`: one institution (or all) in each hall; `weekday`: there by weekday. */
export const presenceGroupings = ['agency', 'hall', 'weekday'] as const;
