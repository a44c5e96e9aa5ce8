import type { Localized } from '../../electron/contract/common';
import { inEachLanguage } from '../../electron/contract/languages';
import { catalogue, type Translate as TranslateOf } from '../../electron/texts/catalogue';
import type admin from '../../electron/texts/id/office/admin.json';
import type adminCentre from '../../electron/texts/id/office/admin-centre.json';
import type adminClock from '../../electron/texts/id/office/admin-clock.json';
import type adminClosures from '../../electron/texts/id/office/admin-closures.json';
import type adminCopies from '../../electron/texts/id/office/admin-copies.json';
import type adminCounters from '../../electron/texts/id/office/admin-counters.json';
import type adminDesks from '../../electron/texts/id/office/admin-desks.json';
import type adminDevices from '../../electron/texts/id/office/admin-devices.json';
import type adminEdit from '../../electron/texts/id/office/admin-edit.json';
import type adminFindings from '../../electron/texts/id/office/admin-findings.json';
import type adminHealth from '../../electron/texts/id/office/admin-health.json';
import type adminHome from '../../electron/texts/id/office/admin-home.json';
import type adminHours from '../../electron/texts/id/office/admin-hours.json';
import type adminHttps from '../../electron/texts/id/office/admin-https.json';
import type adminIcons from '../../electron/texts/id/office/admin-icons.json';
import type adminPaper from '../../electron/texts/id/office/admin-paper.json';
import type adminPeople from '../../electron/texts/id/office/admin-people.json';
import type adminPrinters from '../../electron/texts/id/office/admin-printers.json';
import type adminSafety from '../../electron/texts/id/office/admin-safety.json';
import type adminScreens from '../../electron/texts/id/office/admin-screens.json';
import type adminSections from '../../electron/texts/id/office/admin-sections.json';
import type adminServices from '../../electron/texts/id/office/admin-services.json';
import type adminSetUp from '../../electron/texts/id/office/admin-set-up.json';
import type adminSpeech from '../../electron/texts/id/office/admin-speech.json';
import type adminStandards from '../../electron/texts/id/office/admin-standards.json';
import type adminUpdates from '../../electron/texts/id/office/admin-updates.json';
import type entrance from '../../electron/texts/id/office/entrance.json';
import { officeLanguages, useOfficeTexts } from '../ui/office/office-texts';

type Texts = typeof admin &
  typeof adminCentre &
  typeof adminClock &
  typeof adminClosures &
  typeof adminCopies &
  typeof adminCounters &
  typeof adminDesks &
  typeof adminDevices &
  typeof adminEdit &
  typeof adminFindings &
  typeof adminHealth &
  typeof adminHome &
  typeof adminHours &
  typeof adminHttps &
  typeof adminIcons &
  typeof adminPaper &
  typeof adminPeople &
  typeof adminPrinters &
  typeof adminSafety &
  typeof adminScreens &
  typeof adminSections &
  typeof adminServices &
  typeof adminSetUp &
  typeof adminSpeech &
  typeof adminStandards &
  typeof adminUpdates &
  typeof entrance;

const texts = catalogue<Texts>(
  import.meta.glob('../../electron/texts/*/office/{admin*,entrance}.json', {
    eager: true,
    import: 'default',
  }),
);

export type TextKey = keyof Texts;
export type Translate = TranslateOf<TextKey>;

/** The texts of the admins' page. */
export function useTexts() {
  return useOfficeTexts(texts);
}

/** A text that goes into the hall's configuration, in the languages of the office; empty in others. */
export function inOfficeLanguages(key: TextKey): Localized {
  return inEachLanguage((each) => (officeLanguages.includes(each) ? texts.in(each)(key) : ''));
}
