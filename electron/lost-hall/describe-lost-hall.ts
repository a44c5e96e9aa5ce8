import { DateTime } from 'luxon';
import type { Localized } from '../contract/common';
import { languageTable } from '../contract/languages';
import { catalogue } from '../texts/catalogue';
import { dateInWords, weekdayName } from '../texts/dates';
import type indonesian from '../texts/id/lost-hall.json';
import type { HallLost, OfferedCopy } from './lost-hall';

const texts = catalogue<typeof indonesian>(
  import.meta.glob('../texts/*/lost-hall.json', { eager: true, import: 'default' }),
);

/** Puts a lost database into words: what happened, which copy there is and what it lacks, and what a technician can do. */
export function describeLostHall({ message, copy }: HallLost) {
  if (!copy)
    return { sentence: texts.everywhere('without_copy'), detail: `${message}\n${beginAnew}`, mayPass: false };
  return {
    sentence: texts.everywhere('lost'),
    offer: offerOf(copy),
    detail: `${message} The copy is ${copy.file}.\n${restore}\n${beginAnew}`,
    mayPass: false,
  };
}

/** What is typed stands in lines of its own, as it is typed. */
const restore = `Memulihkan dari baris perintah · To restore it from a command line:
npm start -- --restore newest (npm run serve -- --restore newest)`;
const beginAnew = `Memulai balai baru, yang tersisa disimpan terpisah · To begin a new hall, with what is left put aside:
npm start -- --begin-anew (npm run serve -- --begin-anew)`;

function offerOf({ id, madeAt, timezone, numbersSince }: OfferedCopy): Localized {
  const made = DateTime.fromMillis(madeAt, { zone: timezone });
  const count = numbersSince ?? 0;
  return texts.everywhere(id === 'database' ? 'database' : 'copy', (language) => {
    const t = texts.in(language);
    return {
      when: t('when', {
        date: `${weekdayName(made.weekday, language)} ${dateInWords(made.toFormat('yyyy-MM-dd'), language, 'year')}`,
        hour: made.toFormat('HH'),
        minute: made.toFormat('mm'),
        ago: made.setLocale(languageTable[language].locale).toRelative() ?? '',
      }),
      since: count > 0 ? t('since_numbers', { count }) : t('since'),
      next: t('next'),
    };
  });
}
