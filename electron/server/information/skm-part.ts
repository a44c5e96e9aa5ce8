import type { Language } from '../../contract/languages';
import type { PublishedSkm } from '../../contract/skm-publication';
import { catalogue } from '../../texts/catalogue';
import { dateInWords } from '../../texts/dates';
import type indonesian from '../../texts/id/skm-results.json';
import { twoPlaces } from '../../texts/two-places';
import { html, type Markup } from './html';

const texts = catalogue<typeof indonesian>(
  import.meta.glob('../../texts/*/skm-results.json', { eager: true, import: 'default' }),
);

/** The last survey's result on the public page, and what is done about it; nothing where none is public. */
export function skmPart(skm: PublishedSkm | null, language: Language): Markup | null {
  if (!skm) return null;
  const t = texts.in(language);
  const day = (date: string) => dateInWords(date, language, 'year');
  const { from, to, forms, sampleNeeded: needed, index, grade, elements, actions } = skm;
  return html`<details id="skm">
<summary class="plain"><span class="name"><b>${t('skm')}</b> ${t('skmHint')}</span></summary>
<section>
<h2>${t('skmValue', { index: twoPlaces(index, language) })}</h2>
<p><b>${t('skmGrade', { grade, name: t(`grade.${grade}`) })}</b><br>${t('skmPeriod', { from: day(from), to: day(to) })}</p>
<p>${t(forms < needed ? 'skmTooFew' : 'skmForms', { forms, needed })} ${t('skmMethod')}</p>
</section>
${
  actions.length === 0
    ? null
    : html`<section><h2>${t('skmActions')}</h2>${actions.map(
        ({ element, text, doneOn, dueOn }) =>
          html`<h3>${element ? t(`element.${element}`) : t('skmRemarks')}</h3><p class="prose">${text}
${doneOn ? t('skmDone', { date: day(doneOn) }) : t('skmDue', { date: day(dueOn) })}</p>`,
      )}</section>`
}
<section><table>
<caption>${t('skmElements')}</caption>
${elements.map(
  ({ element, index: each, grade: own }) =>
    html`<tr><th scope="row">${t(`element.${element}`)}</th><td class="hours">${twoPlaces(each, language)} (${own ?? '–'})</td></tr>`,
)}
</table></section>
</details>
`;
}
