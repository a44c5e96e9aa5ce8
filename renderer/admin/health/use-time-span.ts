import { useTexts } from '../texts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Writes how long something lasted, of milliseconds: `3 hari 4 jam`, `5 jam 12 menit`, `1 menit`. */
export function useTimeSpan(): (milliseconds: number) => string {
  const { t } = useTexts();
  return (milliseconds) => {
    const days = Math.floor(milliseconds / day);
    const hours = Math.floor((milliseconds % day) / hour);
    const minutes = Math.floor((milliseconds % hour) / minute);
    const parts = [
      days > 0 && t('health.time.days', { count: days }),
      hours > 0 && t('health.time.hours', { count: hours }),
      (days === 0 || hours === 0) && minutes > 0 && t('health.time.minutes', { count: minutes }),
    ].filter(Boolean);
    return parts.slice(0, 2).join(' ') || t('health.time.underMinute');
  };
}
