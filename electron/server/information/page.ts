import type { Language, Localized } from '../../contract/common';
import type { HallInformation, InformationCounter } from '../../contract/information';
import { dateInWords } from '../../texts/dates';
import { waitSentence } from '../../texts/wait-words';
import { html, type Markup } from './html';
import { languageChoice } from './language-choice';
import { pageStyle } from './page-style';
import { filled, informationTexts } from './texts';

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
  },
): string {
  const { language, nonce, counterCode } = options;
  const texts = informationTexts[language];
  const counters = information.counters.filter(({ code }) => counterCode === null || code === counterCode);
  const chosen = counterCode === null ? '' : `&counter=${encodeURIComponent(counterCode)}`;
  const feed = counterCode === null ? '/info.ics' : `/info.ics?counter=${encodeURIComponent(counterCode)}`;
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>${texts.title} · ${information.name}</title>
<style nonce="${nonce}">${pageStyle}</style>
</head>
<body>
<header>
<p>${information.name}, ${information.city}</p>
<h1>${texts.title}</h1>
<p id="as-of">${dateInWords(information.today, language, 'weekday')}. ${filled(texts.asOf, { time: timeIn(information.now) })}</p>
${information.practice ? html`<p class="warning">${texts.practice}</p>` : null}
${information.closures.map(
  ({ from, to, reason }) =>
    html`<p class="warning">${filled(texts.closure, { dates: datesInWords(from, to, language), reason: textOf(reason, language) })}</p>`,
)}
${languageChoice(texts.languages, options, (each) => `/info?lang=${each}${chosen}`)}
</header>
<main>
${counters.map((counter) => counterPart(counter, information.today, language))}
</main>
<footer>
<p>${texts.note}</p>
<p><a href="${feed}">${texts.calendar}</a> <a href="/aduan/baru" target="_top">${texts.complain}</a></p>
</footer>
<script src="/info.js" defer></script>
</body>
</html>
`.text;
}

function counterPart(counter: InformationCounter, today: string, language: Language): Markup {
  const texts = informationTexts[language];
  return html`<details id="gerai-${counter.code}">
<summary>
<span class="code">${counter.code}</span>
<span class="name"><b>${textOf(counter.name, language)}</b> ${textOf(counter.hint, language)}</span>
<span class="state ${counter.state}">${
    counter.status === 'open'
      ? html`<b>${counter.reason ? textOf(counter.reason, language) : texts.openNow}</b> ${filled(texts.waiting, { count: counter.waiting })}`
      : html`<b>${counter.reason ? textOf(counter.reason, language) : texts.closed}</b>`
  }</span>
</summary>
<p class="agency">${counter.agency}${counter.zone === '' ? '' : ` · ${filled(texts.zone, { zone: counter.zone })}`}</p>
${counter.services.map((service) => servicePart(service, today, language))}
</details>
`;
}

function servicePart(service: Service, today: string, language: Language): Markup {
  const texts = informationTexts[language];
  const documents =
    service.documents[language].length > 0 ? service.documents[language] : service.documents.id;
  return html`<section>
<h2>${textOf(service.name, language)}</h2>
<p>${nowSentence(service, language)}</p>
<table>
<caption>${texts.hours}</caption>
${service.week.map(
  ({ date, spans, reason }) =>
    html`<tr${date === today ? html` class="today"` : null}><th scope="row">${date === today ? texts.today : dateInWords(date, language, 'weekday')}</th><td>${
      spans.length === 0
        ? `${texts.closed}${reason ? ` (${textOf(reason, language)})` : ''}`
        : spans.map(
            ({ opens, closes }, at) =>
              html`${at > 0 ? ', ' : null}<span class="hours">${pointed(opens)}–${pointed(closes)}</span>`,
          )
    }</td></tr>`,
)}
</table>
${documents.length === 0 ? null : html`<h3>${texts.documents}</h3><ul>${documents.map((each) => html`<li>${each}</li>`)}</ul>`}
</section>
`;
}

function nowSentence(service: Service, language: Language): string {
  const texts = informationTexts[language];
  if (service.status !== 'open') {
    const doubt = service.state === 'day_full' ? service.servedToday?.sentence : null;
    const why = [service.cause, service.reason, doubt].flatMap((each) =>
      each ? [textOf(each, language)] : [],
    );
    return why.length === 0 ? texts.closed : why.join('. ');
  }
  return [
    ...(service.reason ? [textOf(service.reason, language)] : []),
    filled(texts.waiting, { count: service.waiting }),
    waitOf(service, language),
    ...(service.quotaLeft === null ? [] : [filled(texts.numbersLeft, { count: service.quotaLeft })]),
    ...(service.servedToday?.sentence ? [textOf(service.servedToday.sentence, language)] : []),
  ].join(' · ');
}

function waitOf({ estimate, calledAround }: Service, language: Language): string {
  const texts = informationTexts[language];
  return estimate
    ? filled(texts.wait, { wait: waitSentence({ estimate, calledAround }, language) })
    : texts.noEstimate;
}

function textOf(text: Localized, language: Language): string {
  return text[language] || text.id;
}

function datesInWords(from: string, to: string | null, language: Language): string {
  if (to === null)
    return filled(informationTexts[language].openEnd, { from: dateInWords(from, language, 'weekday') });
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
