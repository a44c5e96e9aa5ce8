import { DateTime } from 'luxon';
import type { Localized } from '../contract/common';
import { type Language, languageTable } from '../contract/languages';
import { catalogue } from '../texts/catalogue';
import { dateInWords, weekdayName } from '../texts/dates';
import type indonesian from '../texts/id/lost-hall.json';
import type { CopyElsewhere, HallLost, OfferedCopy } from './lost-hall';

const texts = catalogue<typeof indonesian>(
  import.meta.glob('../texts/*/lost-hall.json', { eager: true, import: 'default' }),
);

/** Puts a lost database into words: what happened, which copy there is and what it lacks, and what a technician can do. */
export function describeLostHall({ message, copy, elsewhere }: HallLost) {
  if (!copy) {
    const sentence = elsewhere
      ? texts.everywhere('without_copy_here', (language) => inWords(elsewhere, 'Asia/Jakarta', language))
      : texts.everywhere('without_copy');
    return { sentence, detail: `${message}\n${beginAnew}`, mayPass: false };
  }
  return {
    sentence: texts.everywhere('lost'),
    offer: offerOf(copy, elsewhere),
    detail: `${message} The copy is ${copy.file}.\n${restore}\n${beginAnew}`,
    mayPass: false,
  };
}

/** What is typed stands in lines of its own, as it is typed. */
const restore = `Memulihkan dari baris perintah · To restore it from a command line:
sudo antre restore newest (npm start -- --restore newest, npm run serve -- --restore newest)`;
const beginAnew = `Memulai balai baru, yang tersisa disimpan terpisah · To begin a new hall, with what is left put aside:
sudo antre begin-anew (npm start -- --begin-anew, npm run serve -- --begin-anew)
Cadangan di flashdisk atau folder bersama dipulihkan sesudah itu, di halaman akun pertama · A copy on a stick or in a shared folder is
restored after that, on the page of the first account: /admin`;

function offerOf(copy: OfferedCopy, elsewhere: CopyElsewhere | null): Localized {
  const { id, madeAt, timezone, numbersSince } = copy;
  const count = numbersSince ?? 0;
  return texts.everywhere(id === 'database' ? 'database' : 'copy', (language) => {
    const t = texts.in(language);
    return {
      when: momentInWords(madeAt, timezone, language),
      since: count > 0 ? t('since_numbers', { count }) : t('since'),
      next:
        elsewhere && elsewhere.madeAt > madeAt
          ? `${t('next')} ${t('newer_elsewhere', inWords(elsewhere, timezone, language))}`
          : t('next'),
    };
  });
}

function inWords({ folder, madeAt }: CopyElsewhere, timezone: string, language: Language) {
  return { folder, when: momentInWords(madeAt, timezone, language) };
}

function momentInWords(moment: number, timezone: string, language: Language): string {
  const made = DateTime.fromMillis(moment, { zone: timezone });
  return texts.in(language)('when', {
    date: `${weekdayName(made.weekday, language)} ${dateInWords(made.toFormat('yyyy-MM-dd'), language, 'year')}`,
    hour: made.toFormat('HH'),
    minute: made.toFormat('mm'),
    ago: made.setLocale(languageTable[language].locale).toRelative() ?? '',
  });
}
