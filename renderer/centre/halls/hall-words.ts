import type { HallNow } from '../../../electron/contract/centre/halls-now';
import { formatTime } from '../../i18n/time';
import { useTexts } from '../texts';

const minuteMs = 60_000;
const dayMinutes = 24 * 60;

/** How a hall's state is said in words. */
export function useHallWords() {
  const { t } = useTexts();
  const minutes = (count: number | null) => {
    if (count === null) return '–';
    if (count < 90) return t('centre.minutes', { count });
    const hours = Math.floor(count / 60);
    return count % 60 === 0
      ? t('centre.wholeHours', { hours })
      : t('centre.hours', { hours, minutes: count % 60 });
  };
  const ago = (moment: string) => {
    const passed = Math.max(0, Math.floor((Date.now() - Date.parse(moment)) / minuteMs));
    if (passed < 1) return t('centre.justNow');
    if (passed < dayMinutes) return t('centre.ago', { time: minutes(passed) });
    return t('centre.daysAgo', { count: Math.floor(passed / dayMinutes) });
  };
  return {
    minutes,
    ago,
    state: ({ frozen, contact, said, timezone }: HallNow): string => {
      if (frozen) return t(`centre.frozen.${frozen.reason}`);
      if (contact === 'never' || !said) return t('centre.never');
      if (contact === 'silent') return t('centre.silent', { time: formatTime(said.receivedAt, timezone) });
      if (said.practice) return t('centre.practice');
      return said.open ? t('centre.open', { count: said.openCounters }) : t('centre.closed');
    },
    /** `bad`: somebody must act; `mind`: to be looked at. */
    look: ({ frozen, contact, said }: HallNow): 'bad' | 'mind' | 'plain' => {
      if (frozen) return 'bad';
      if (contact === 'silent') return 'mind';
      return said?.paper === 'out' ? 'mind' : 'plain';
    },
    listed: (names: readonly string[]) =>
      names.length > 2
        ? t('centre.andMore', { names: names.slice(0, 2).join(', '), count: names.length - 2 })
        : names.join(', '),
    copy: (said: HallNow['said']) => {
      if (!said) return '–';
      const { here, away } = said.copies;
      if (away) return ago(away);
      return here ? t('centre.copyHere', { ago: ago(here) }) : t('centre.noCopy');
    },
    heard: ({ heardAt }: HallNow) => (heardAt ? ago(heardAt) : '–'),
  };
}
