import type { Language, Localized } from '../../contract/common';
import type { HallInformation, InformationCounter } from '../../contract/information';
import { catalogue } from '../../texts/catalogue';
import { dateInWords } from '../../texts/dates';
import type indonesian from '../../texts/id/information.json';
import { waitSentence } from '../../texts/wait-words';
import { html, type Markup } from './html';
import { languageChoice } from './language-choice';
import { pageHead } from './page-head';
import { pageStyle } from './page-style';
import { countersFound } from './search';
import { skmPart } from './skm-part';
import { standardTexts } from './standard-page';

const texts = catalogue<typeof indonesian>(
  import.meta.glob('../../texts/*/information.json', { eager: true, import: 'default' }),
);

type Service = InformationCounter['services'][number];

/**
 * The public page: whole without its script, so that an old phone shows it and another site can frame it. `nonce` lets
 * its style in; `languages` are the hall's.
 */
export function informationPage(
  information: HallInformation,
  options: {
    readonly language: Language;
    readonly languages: readonly Language[];
    readonly nonce: string;
    /** Which counters are shown; the others' are left out. Null: all. */
    readonly counterCode: string | null;
    /** What the reader looks for; empty: everything. */
    readonly typed: string;
    /** The address of the page's typeface; null: the reader's own. */
    readonly font: string | null;
  },
): string {
  const { language, nonce, counterCode, typed } = options;
  const t = texts.in(language);
  const counters = information.counters.filter(({ code }) => counterCode === null || code === counterCode);
  const found = countersFound(counters, typed, language);
  const chosen = counterCode === null ? '' : `&counter=${encodeURIComponent(counterCode)}`;
  const looked = typed === '' ? '' : `&cari=${encodeURIComponent(typed)}`;
  const feed = counterCode === null ? '/info.ics' : `/info.ics?counter=${encodeURIComponent(counterCode)}`;
  return html`${pageHead({ language, title: t('title'), hallName: information.name, nonce, style: pageStyle(options.font) })}
<body>
<header>
<p>${information.name}, ${information.city}</p>
<h1>${t('title')}</h1>
<p id="as-of">${dateInWords(information.today, language, 'weekday')}. ${t('asOf', { time: timeIn(information.now) })}</p>
${information.practice ? html`<p class="warning">${t('practice')}</p>` : null}
${information.closures.map(
  ({ from, to, reason }) =>
    html`<p class="warning">${t('closure', { dates: datesInWords(from, to, language), reason: textOf(reason, language) })}</p>`,
)}
${languageChoice(t('languages'), options, (each) => `/info?lang=${each}${chosen}${looked}`)}
<form action="/info" role="search">
<input type="hidden" name="lang" value="${language}">
${counterCode === null ? null : html`<input type="hidden" name="counter" value="${counterCode}">`}
<input id="search" type="search" name="cari" maxlength="60" value="${typed}" placeholder="${t('search')}" aria-label="${t('search')}" autocomplete="off"><button>${t('find')}</button>
</form>
</header>
<main>
<p id="none" role="status"${found.length === 0 ? null : html` hidden`}>${t('notFound')}</p>
${found.map((counter) => counterPart(counter, information.today, language, counterCode !== null))}
${counterCode === null && typed === '' ? [answersPart(information.answers, language), skmPart(information.skm, language)] : null}
</main>
<footer>
<p>${t('note')}</p>
<p><a href="${feed}">${t('calendar')}</a> <a href="/aduan/baru" target="_top">${t('complain')}</a>${information.hasMaklumat ? html` <a href="/info/maklumat?lang=${language}">${standardTexts.in(language)('promise')}</a>` : null}</p>
</footer>
<script src="/info.js" defer></script>
</body>
</html>
`.text;
}

/** `isOpen`: it is the one that was asked for, and is read at once. */
function counterPart(
  counter: InformationCounter,
  today: string,
  language: Language,
  isOpen: boolean,
): Markup {
  const t = texts.in(language);
  return html`<details id="gerai-${counter.code}"${isOpen ? html` open` : null}>
<summary>
<span class="code">${counter.code}</span>
<span class="name"><b>${textOf(counter.name, language)}</b> ${textOf(counter.hint, language)}</span>
<span class="state ${counter.state}">${
    counter.status === 'open'
      ? html`<b>${counter.reason ? textOf(counter.reason, language) : t('openNow')}</b> ${t('waiting', { count: counter.waiting })}`
      : html`<b>${counter.reason ? textOf(counter.reason, language) : t('closed')}</b>`
  }</span>
</summary>
<p class="agency">${counter.agency}${counter.zone === '' ? '' : ` · ${t('zone', { zone: counter.zone })}`}</p>
${counter.services.map((service) => servicePart(service, today, language))}
</details>
`;
}

function servicePart(service: Service, today: string, language: Language): Markup {
  const t = texts.in(language);
  const documents = service.documents[language]?.length ? service.documents[language] : service.documents.id;
  return html`<section>
<h2>${textOf(service.name, language)}</h2>
<p>${nowSentence(service, language)}</p>
<table>
<caption>${t('hours')}</caption>
${service.week.map(
  ({ date, spans, reason }) =>
    html`<tr${date === today ? html` class="today"` : null}><th scope="row">${date === today ? t('today') : dateInWords(date, language, 'weekday')}</th><td>${
      spans.length === 0
        ? `${t('closed')}${reason ? ` (${textOf(reason, language)})` : ''}`
        : spans.map(
            ({ opens, closes }, at) =>
              html`${at > 0 ? ', ' : null}<span class="hours">${pointed(opens)}–${pointed(closes)}</span>`,
          )
    }</td></tr>`,
)}
</table>
${documents.length === 0 ? null : html`<h3>${t('documents')}</h3><ul>${documents.map((each) => html`<li>${each}</li>`)}</ul>`}
${service.hasStandard ? html`<p id="standar-${service.id}"><a href="/info/standar/${service.id}?lang=${language}">${standardTexts.in(language)('standard')}</a></p>` : null}
</section>
`;
}

/** What became of complaints, for everybody; nothing where nothing was published. */
function answersPart(answers: HallInformation['answers'], language: Language): Markup | null {
  if (answers.length === 0) return null;
  const t = texts.in(language);
  return html`<details id="aduan">
<summary class="plain"><span class="name"><b>${t('answers')}</b> ${t('answersHint')}</span></summary>
${answers.map(
  ({ counter, month, question, answer }) => html`<section>
<p class="agency">${counter ? textOf(counter, language) : t('wholeHall')} · ${dateInWords(`${month}-01`, language, 'month')}</p>
<h2>${question}</h2>
<p class="prose">${answer}</p>
</section>`,
)}
<section><a href="/aduan" target="_top">${t('allAnswers')}</a></section>
</details>
`;
}

function nowSentence(service: Service, language: Language): string {
  const t = texts.in(language);
  if (service.status !== 'open') {
    const doubt = service.state === 'day_full' ? service.servedToday?.sentence : null;
    const why = [service.cause, service.reason, doubt].flatMap((each) =>
      each ? [textOf(each, language)] : [],
    );
    return why.length === 0 ? t('closed') : why.join('. ');
  }
  return [
    ...(service.reason ? [textOf(service.reason, language)] : []),
    t('waiting', { count: service.waiting }),
    waitOf(service, language),
    ...(service.quotaLeft === null ? [] : [t('numbersLeft', { count: service.quotaLeft })]),
    ...(service.servedToday?.sentence ? [textOf(service.servedToday.sentence, language)] : []),
  ].join(' · ');
}

function waitOf({ estimate, calledAround }: Service, language: Language): string {
  const t = texts.in(language);
  return estimate ? t('wait', { wait: waitSentence({ estimate, calledAround }, language) }) : t('noEstimate');
}

function textOf(text: Localized, language: Language): string {
  return text[language] || text.id;
}

function datesInWords(from: string, to: string | null, language: Language): string {
  if (to === null) return texts.in(language)('openEnd', { from: dateInWords(from, language, 'weekday') });
  return from === to
    ? dateInWords(from, language, 'weekday')
    : `${dateInWords(from, language, 'weekday')} – ${dateInWords(to, language, 'weekday')}`;
}

/** `08.00`. */
function pointed(time: string): string {
  return time.replace(':', '.');
}

function timeIn(instant: string): string {
  return pointed(instant.slice(11, 16));
}
