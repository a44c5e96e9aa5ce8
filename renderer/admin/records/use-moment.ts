import { useRoute } from '../../client/use-route';
import { formatDate, formatTime } from '../../i18n/time';
import { useTexts } from '../texts';

/** Writes a moment by the hall's clock: `Selasa, 24 November 2026, 09.41`; one of today as `09.41`. */
export function useMoment(): (instant: string) => string {
  const { language } = useTexts();
  const { data: site } = useRoute('site');
  const timezone = site?.timezone ?? 'Asia/Jakarta';
  return (instant) => {
    const time = formatTime(instant, timezone);
    // Instants carry the site's own offset, so that their first ten letters are its day.
    if (instant.slice(0, 10) === site?.now.slice(0, 10)) return time;
    return `${formatDate(instant, timezone, language, { year: true })}, ${time}`;
  };
}
