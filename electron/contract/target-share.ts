/** Of visitors who should be called within the hall's target (`targetWaitMinutes`): nine of ten. */
export const targetShare = 0.9;
