import type { Language } from '../../../electron/contract/languages';
import type { PublishedSkm } from '../../../electron/contract/skm-publication';
import { dateInWords } from '../../../electron/texts/dates';
import { twoPlaces } from '../../../electron/texts/two-places';
import type { Passage } from './standard-pages';
import { skmTexts } from './standard-texts';

/** The survey's last published result in passages: what it is, what was done about it, and each element. */
export function skmPassages(skm: PublishedSkm, language: Language): Passage[] {
  const t = skmTexts.in(language);
  const day = (date: string) => dateInWords(date, language, 'year');
  const { from, to, forms, sampleNeeded: needed, index, grade } = skm;
  const value = [
    t('skmValue', { index: twoPlaces(index, language) }),
    t('skmGrade', { grade, name: t(`grade.${grade}`) }),
    `${t(forms < needed ? 'skmTooFew' : 'skmForms', { forms, needed })} ${t('skmMethod')}`,
  ];
  const actions = skm.actions.map(({ element, text, doneOn, dueOn }) => {
    const about = element ? t(`element.${element}`) : t('skmRemarks');
    return `${about}: ${text} ${doneOn ? t('skmDone', { date: day(doneOn) }) : t('skmDue', { date: day(dueOn) })}.`;
  });
  const elements = skm.elements.map(
    ({ element, index: each, grade: own }) =>
      `${t(`element.${element}`)}: ${twoPlaces(each, language)} (${own ?? '–'})`,
  );
  return [
    { heading: t('skmPeriod', { from: day(from), to: day(to) }), text: value.join('\n') },
    { heading: t('skmActions'), text: actions.join('\n') },
    { heading: t('skmElements'), text: elements.join('\n') },
  ].filter(({ text }) => text !== '');
}
