import type { Notice } from '../contract/lobby';
import type { PublishedSkm } from '../contract/skm-publication';
import { catalogue } from '../texts/catalogue';
import { dateInWords } from '../texts/dates';
import type indonesian from '../texts/id/skm-results.json';
import { inTurns } from '../texts/in-turns';
import { twoPlaces } from '../texts/two-places';
import { publishedAnswersView } from './publications-view';
import { publishedSkmView } from './skm-publications-view';
import type { ViewContext } from './view-context';

const t = catalogue<typeof indonesian>(
  import.meta.glob('../texts/*/skm-results.json', { eager: true, import: 'default' }),
).in('id');

/** So many answers are told in the lobby, the newest. */
const answersTold = 3;

/** What the lobby's screen says of the survey's last result and of answered complaints, where the hall wants it; in Indonesian. */
export function resultNotices(context: ViewContext): Notice[] {
  const { lobbyResults } = context.hall.settings;
  const skm = lobbyResults.includes('skm') ? publishedSkmView(context) : null;
  const answers = lobbyResults.includes('answers') ? publishedAnswersView(context, answersTold) : [];
  return [
    ...(skm ? skmNotices(skm) : []),
    ...answers.flatMap(({ counter, question, answer }, at) =>
      (['question', 'answer'] as const).flatMap((part) =>
        inTurns(part === 'question' ? question : answer).map(
          (text): Notice => ({ kind: 'answer', counterId: null, at, counter, part, text }),
        ),
      ),
    ),
  ];
}

function skmNotices(skm: PublishedSkm): Notice[] {
  const { from, to, forms, sampleNeeded: needed, index, grade } = skm;
  const day = (date: string) => dateInWords(date, 'id', 'year');
  const value = [
    t('skmValue', { index: twoPlaces(index, 'id') }),
    t('skmGrade', { grade, name: t(`grade.${grade}`) }),
    t('skmPeriod', { from: day(from), to: day(to) }),
  ].join('. ');
  const elements = skm.elements.map(
    ({ element, index: each }, at) =>
      `${t(`element.${element}`)} ${twoPlaces(each, 'id')}${at < skm.elements.length - 1 ? ';' : '.'}`,
  );
  const actions = skm.actions.map(({ element, text, doneOn, dueOn }) => {
    const about = element ? t(`element.${element}`) : t('skmRemarks');
    return `${about}: ${text} ${doneOn ? t('skmDone', { date: day(doneOn) }) : t('skmDue', { date: day(dueOn) })}.`;
  });
  const told = (part: 'value' | 'elements' | 'actions', text: string | readonly string[]) =>
    inTurns(text).map((piece): Notice => ({ kind: 'skm', counterId: null, part, text: piece }));
  return [
    ...told('value', `${value}.`),
    ...told('value', t(forms < needed ? 'skmTooFew' : 'skmForms', { forms, needed })),
    ...told('elements', elements),
    ...actions.flatMap((text) => told('actions', text)),
  ];
}
