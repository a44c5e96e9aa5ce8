import type { AdminCounter, AdminService } from '../../../electron/contract/admin-hall';

export const blankCounter: AdminCounter = {
  id: '',
  version: 0,
  archived: false,
  code: '',
  name: { id: '', en: '', jv: '' },
  hint: { id: '', en: '', jv: '' },
  agency: '',
  group: 'regional',
  icon: 'building-store',
  zone: '',
  position: 0,
  paused: false,
  priorityRatio: null,
  waitLimitMinutes: null,
  phoneJoining: true,
  soundsLike: [],
  unreadable: [],
};

/** Returns a service of a counter before anything of it is written. */
export function blankService(counterId: string): AdminService {
  return {
    id: '',
    version: 0,
    archived: false,
    counterId,
    name: { id: '', en: '', jv: '' },
    prefix: null,
    quotaPerDay: null,
    usualMinutes: 10,
    documents: { id: [], en: [], jv: [] },
    position: 0,
    paused: false,
    priorities: null,
    calledMinutes: null,
    soundsLike: [],
    unreadable: [],
  };
}

/** Under what the edit of a counter is kept; an empty id: of one that is being made. */
export function counterKey(id: string): string {
  return `counter:${id}`;
}

/** Under what the edit of a service is kept; an empty id: of one that is being made, or the beginning of those of its counter. */
export function serviceKey(counterId: string, id: string): string {
  return `service:${counterId}:${id}`;
}
