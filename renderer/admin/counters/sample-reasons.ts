import type { Localized } from '../../../electron/contract/common';
import type { ServiceStatus } from '../../../electron/contract/site';

/** What a tile says of a counter that isn't open, with the longest times (look guide, states and wording). */
export const sampleReasons: Readonly<Record<ServiceStatus, Localized | null>> = {
  open: null,
  closed: { id: 'Buka Selasa 08.00', en: 'Opens Tue 08.00', jv: 'Bikak Slasa 08.00' },
  break: { id: 'Istirahat, buka 13.00', en: 'On break, back 13.00', jv: 'Ngaso, bikak 13.00' },
  quota_full: { id: 'Nomor hari ini habis', en: 'No numbers left today', jv: 'Nomer dinten menika telas' },
  paused: { id: 'Berhenti sebentar', en: 'Paused for a moment', jv: 'Kendel sekedhap' },
};
