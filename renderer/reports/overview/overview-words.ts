import type { Language } from '../../../electron/contract/languages';
import type { Overview, TellingCounter, VisitFigures } from '../../../electron/contract/overview';
import { targetShare } from '../../../electron/contract/target-share';
import type { Translate } from '../../../electron/texts/catalogue';
import { weekdayName } from '../../../electron/texts/dates';
import type indonesian from '../../../electron/texts/id/office/overview.json';
import { atLeastInWords, countInWords, durationInWords } from '../../ui/office/figure-words';
import { periodInWords, periodWithoutYear } from '../period/period-words';

/** In what the page's texts are said. */
export interface Words {
  readonly t: Translate<keyof typeof indonesian>;
  readonly language: Language;
}

/** From so few people on a share is said of the people themselves. */
const fewPeople = 10;

/** How many of those called were in time, never rounded up: `8 dari 10`, `semua`; of few `3 dari 5`. */
export function shareOfTen(
  { called, inTime }: Pick<VisitFigures, 'called' | 'inTime'>,
  { t }: Words,
): string {
  if (inTime === called) return t('overview.all');
  if (inTime === 0) return t('overview.tenths.none');
  if (called < fewPeople) return t('overview.part', { part: inTime, whole: called });
  const tenths = tenthsOf({ called, inTime });
  return tenths === 0 ? t('overview.tenths.few') : t('overview.tenths', { count: tenths });
}

/** The period in one sentence, which stands alone when it is read out. `institutions` are whose figures these are; null: the hall's. */
export function overviewSentence(overview: Overview, institutions: string | null, words: Words): string {
  const { t, language } = words;
  const { figures, targetMinutes } = overview;
  const days = periodInWords(overview, language);
  const period = institutions === null ? days : t('overview.of', { institutions, period: days });
  if (figures.called === 0) {
    return t('overview.sentence.uncalled', { period, issued: countInWords(figures.issued, language) });
  }
  return t('overview.sentence', {
    period,
    served: countInWords(figures.served, language),
    share: shareOfTen(figures, words),
    minutes: targetMinutes,
  });
}

/** What became of the share in time since the period before: which way, and in words. */
export function changeInWords(
  { figures, figuresBefore, ...overview }: Overview,
  words: Words,
): { readonly way: 'better' | 'worse' | 'same' | 'unknown'; readonly text: string } {
  const before = beforeInWords(overview, words.language);
  if (!figuresBefore || figuresBefore.called === 0 || figures.called === 0) {
    return { way: 'unknown', text: words.t('overview.firstTime', { before }) };
  }
  const change = tenthsOf(figures) - tenthsOf(figuresBefore);
  const way = change === 0 ? 'same' : change > 0 ? 'better' : 'worse';
  return { way, text: words.t(`overview.${way}`, { before, share: shareOfTen(figuresBefore, words) }) };
}

/** The period compared with, without its year where that is also the period's own. */
export function beforeInWords({ to, before }: Pick<Overview, 'to' | 'before'>, language: Language): string {
  return before.to.slice(0, 4) === to.slice(0, 4)
    ? periodWithoutYear(before, language)
    : periodInWords(before, language);
}

/** Whether nine of ten were in time, and how many people more it would have taken. */
export function targetInWords(
  { called, inTime }: VisitFigures,
  { t, language }: Words,
): { readonly met: boolean; readonly text: string } {
  // A whole number times 0.9 is seldom exact.
  const people = Math.ceil(targetShare * called - inTime - 1e-9);
  if (people <= 0) return { met: true, text: t('overview.met') };
  return { met: false, text: t('overview.missed', { people: countInWords(people, language) }) };
}

/** How many more or fewer were served than in the period before. */
export function peopleInWords(figures: VisitFigures, before: VisitFigures, { t, language }: Words): string {
  const change = figures.served - before.served;
  if (change === 0) return t('overview.samePeople');
  return t(change > 0 ? 'overview.morePeople' : 'overview.fewerPeople', {
    people: countInWords(Math.abs(change), language),
  });
}

/** What a counter's waits are like, and what they may come of. */
export function counterInWords(
  counter: TellingCounter,
  { t, language }: Words,
): { readonly waits: string; readonly work: string } {
  const { why, usualWait, longWait, worstWeekday, officersADay, served } = counter;
  const wait = durationInWords(usualWait, language);
  const people = countInWords(served, language);
  const waits = () => {
    if (worstWeekday) {
      return t('overview.counter.usualAndDay', {
        wait,
        day: weekdayName(worstWeekday.weekday, language),
        long: atLeastInWords(worstWeekday.longWait, language),
      });
    }
    return why === 'over' && longWait !== null
      ? t('overview.counter.over', { wait: atLeastInWords(longWait, language) })
      : t('overview.counter.usual', { wait });
  };
  const work = () => {
    if (officersADay === 0) return t('overview.counter.people', { people });
    if (officersADay < 1.25) return t('overview.counter.alone', { people });
    return t('overview.counter.officers', { officers: Math.round(officersADay), people });
  };
  return { waits: waits(), work: work() };
}

/** Whole tenths of those called that were in time. */
function tenthsOf({ called, inTime }: Pick<VisitFigures, 'called' | 'inTime'>): number {
  return Math.floor((inTime * 10) / called);
}
