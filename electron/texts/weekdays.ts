/**
 * The names of the days, Monday first, in each language. Javanese as spoken in krama.
 * native check: a speaker from Pekalongan should read these.
 */
export const weekdays = {
  id: ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  jv: ['Senen', 'Slasa', 'Rebo', 'Kemis', 'Jemuwah', 'Setu', 'Ahad'],
} as const;

/** The name of a day, Monday 1 … Sunday 7: `Rabu`, `Wednesday`, `Rebo`; empty for any other number. */
export function weekdayName(weekday: number, language: keyof typeof weekdays): string {
  return weekdays[language][weekday - 1] ?? '';
}
