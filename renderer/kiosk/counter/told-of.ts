import type { Problem } from '../../../electron/contract/common';
import type { MenuCounter, MenuService } from '../../../electron/contract/site';
import type { ServiceState } from '../../../electron/contract/standing';
import type { TextKey, Texts } from '../../i18n/kiosk-texts';
import { formatDate, formatTime } from '../../i18n/time';

const refusals: Readonly<Record<string, TextKey>> = {
  service_closed: 'refusedClosed',
  quota_full: 'refusedQuota',
  day_full: 'dayFullSentence',
  service_paused: 'refusedPaused',
  printer_unavailable: 'refusedPrinter',
  storage_failed: 'refusedStorage',
  too_many_requests: 'refusedBusy',
};

const reasons: Partial<Record<ServiceState, TextKey>> = {
  closed: 'closedSentence',
  break: 'breakSentence',
  quota_full: 'quotaSentence',
  day_full: 'dayFullSentence',
  stopped: 'pausedSentence',
  absent: 'absentSentence',
};

/** States of which the next opening is said with its date. */
const endForToday: readonly ServiceState[] = ['quota_full', 'day_full'];

/** What stands in the way of a number, or casts doubt on it. */
export interface Told {
  readonly text: string;
  /** What is drawn beside it; `doubt`: the day may not hold this number. */
  readonly icon: 'refusal' | 'doubt' | ServiceState;
  /** No number can be had here at this moment. */
  readonly isShut: boolean;
}

/** Says why the last tap got no number, and when there may be one. */
export function toldOfRefusal(
  refusal: Pick<Problem, 'code' | 'opensAt'>,
  texts: Texts,
  timezone: string,
): Told {
  const opens = refusal.opensAt == null ? '' : opensAgain(refusal.opensAt, texts, timezone);
  return {
    text: `${texts.t(refusals[refusal.code] ?? 'refusedOther')} ${opens}`.trim(),
    icon: 'refusal',
    isShut: false,
  };
}

/** Says how a counter or service stands, as its visitors ought to know; null while nothing is in their way. */
export function toldOf(shut: MenuCounter | MenuService, texts: Texts, timezone: string): Told | null {
  const { t, local } = texts;
  if (shut.status === 'open') {
    const doubt = shut.servedToday?.sentence ?? null;
    if (shut.reason === null && doubt === null) return null;
    const reason = shut.reason ? `${local(shut.reason)}. ` : '';
    return {
      text: `${reason}${doubt ? local(doubt) : t('numbersGoOn')}`,
      icon: shut.reason ? shut.state : 'doubt',
      isShut: false,
    };
  }
  return {
    text: `${whyShut(shut, texts)} ${whenOpen(shut, texts, timezone)}`.trim(),
    icon: shut.state,
    isShut: true,
  };
}

function whyShut({ cause, state, opensAt }: MenuCounter | MenuService, { t, local }: Texts): string {
  if (cause) return `${local(cause)}.`;
  return t(
    state === 'quota_full' && opensAt === null ? 'quotaSentenceAlone' : (reasons[state] ?? 'pausedSentence'),
  );
}

function whenOpen(shut: MenuCounter | MenuService, texts: Texts, timezone: string): string {
  const { status, state, reason, opensAt, until } = shut;
  if (opensAt !== null && endForToday.includes(state)) return opensAgain(opensAt, texts, timezone);
  if (status === 'closed' && opensAt === null) return texts.t('opensUnknown');
  // "No numbers left" and the like say nothing that the sentence doesn't.
  const isTimed = status === 'closed' || status === 'break' || until !== null;
  return isTimed && reason ? `${texts.local(reason)}.` : '';
}

function opensAgain(opensAt: string, { t, language }: Texts, timezone: string): string {
  return t('opensAgain', {
    day: formatDate(opensAt, timezone, language, { year: false }),
    time: formatTime(opensAt, timezone),
  });
}
