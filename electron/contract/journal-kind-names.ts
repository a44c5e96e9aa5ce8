/** The kinds of a journal's rows (`centre/journal-kinds.ts`) as pages name them. */
export const journalKindNames = [
  'epoch_opened',
  'ticket_step',
  'call',
  'desk',
  'day_summed',
  'survey_sums',
  'complaint_counts',
  'configuration_version',
  'device_state',
  'purged',
] as const;
