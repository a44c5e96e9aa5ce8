import type { Finding } from '../../contract/admin-hall';
import { type Reach, reaches, reachesAny } from '../../queue/reach';
import type { Hall } from '../../store/hall';
import type { ViewContext } from '../view-context';
import { findClosure } from './opening-times';

/** Whether hours or closures of `hall`, `counter:ID` or `service:ID` concern what is within reach; the hall's concern all. */
export function isScopeWithin(hall: Hall, reach: Reach, scope: string): boolean {
  return scope === 'hall' || isSubjectWithin(hall, reach, scope);
}

/** Whether a finding is about a counter within reach or something of it; those of the hall itself are for who reaches it. */
export function isFindingWithin({ reader, hall }: ViewContext, reach: Reach, { subject }: Finding): boolean {
  const [kind = '', id = ''] = /^(\w+):(.*)$/.exec(subject)?.slice(1) ?? [];
  if (kind === 'hours') return isSubjectWithin(hall, reach, id);
  if (kind === 'closure') return isSubjectWithin(hall, reach, findClosure(reader, Number(id))?.scope ?? '');
  return isSubjectWithin(hall, reach, subject);
}

function isSubjectWithin(hall: Hall, reach: Reach, subject: string): boolean {
  if (reach === null) return true;
  const [, kind, id] = /^(counter|service|desk):(\d+)$/.exec(subject) ?? [];
  if (kind === 'counter') return reaches(reach, Number(id));
  if (kind === 'desk') return reachesAny(reach, hall.desk.get(Number(id))?.counterIds ?? []);
  const found = kind === 'service' ? hall.service.get(Number(id)) : undefined;
  return found !== undefined && reaches(reach, found.counterId);
}
