import type { Localized } from '../../../electron/contract/common';
import type { ServiceState, ServiceStatus } from '../../../electron/contract/standing';

/** What a tile says in each state, with the longest times (look guide, states and wording). */
export const samples: Readonly<
  Record<ServiceState, { readonly status: ServiceStatus; readonly reason: Localized | null }>
> = {
  serving: { status: 'open', reason: null },
  break: {
    status: 'open',
    reason: { id: 'Istirahat sampai 13.00', en: 'On a break until 13.00', jv: 'Ngaso dumugi 13.00' },
  },
  promised: {
    status: 'open',
    reason: { id: 'Petugas belum datang', en: 'No officer here yet', jv: 'Petugas dereng rawuh' },
  },
  away: {
    status: 'open',
    reason: { id: 'Petugas tidak di loket', en: 'Officer has left', jv: 'Petugas saweg kesah' },
  },
  absent: {
    status: 'paused',
    reason: { id: 'Petugas tidak ada', en: 'No officer here', jv: 'Petugas mboten wonten' },
  },
  stopped: {
    status: 'paused',
    reason: { id: 'Berhenti sebentar', en: 'Paused for a moment', jv: 'Kendel sekedhap' },
  },
  quota_full: {
    status: 'quota_full',
    reason: { id: 'Nomor hari ini habis', en: 'No numbers left today', jv: 'Nomer dinten menika telas' },
  },
  day_full: {
    status: 'quota_full',
    reason: { id: 'Antrean hari ini penuh', en: 'Full for today', jv: 'Antrean dinten menika kebak' },
  },
  closed: {
    status: 'closed',
    reason: { id: 'Buka Selasa 08.00', en: 'Opens Tue 08.00', jv: 'Bikak Slasa 08.00' },
  },
};
