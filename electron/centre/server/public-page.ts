import type { FastifyInstance } from 'fastify';
import { DateTime } from 'luxon';
import { z } from 'zod';
import { language } from '../../contract/common';
import { type Language, languages } from '../../contract/languages';
import { html, type Markup } from '../../server/information/html';
import { languageChoice } from '../../server/information/language-choice';
import { fontAddress } from '../../server/information/page-font';
import { pageHead } from '../../server/information/page-head';
import { pageStyle } from '../../server/information/page-style';
import { languageOf } from '../../server/problems';
import { catalogue } from '../../texts/catalogue';
import type indonesian from '../../texts/id/centre-public.json';
import type opening from '../../texts/id/opening.json';
import { shortDate } from '../../texts/short-dates';
import { waitWords } from '../../texts/wait-words';
import type { CentreParts } from '../parts';
import { type PublicHall, publicView } from '../views/public-view';
import { rateConfig } from './bound-requests';

const texts = catalogue<typeof indonesian & typeof opening>(
  import.meta.glob('../../texts/*/{centre-public,opening}.json', { eager: true, import: 'default' }),
);

/** Many ask at once after a link was shared; what they are told is this old at most. */
const freshMs = 5_000;

/** The public page of all halls, `/info`: whole without a script, for old phones too. */
export function registerPublicPage(
  app: FastifyInstance,
  { database, now }: CentreParts,
  pagesDir: string,
): void {
  const font = fontAddress(pagesDir);
  let looked: { readonly at: number; readonly halls: Promise<readonly PublicHall[]> } | undefined;
  const halls = () => {
    const moment = now();
    if (!looked || Math.abs(moment - looked.at) > freshMs) {
      const asked = publicView(database, moment);
      looked = { at: moment, halls: asked };
      // What failed isn't told to whoever comes after.
      asked.catch(() => {
        looked = undefined;
      });
    }
    return looked.halls;
  };
  const querystring = z.strictObject({ lang: language.optional() });
  const options = { schema: { querystring, hide: true }, config: rateConfig.public_page };
  app.get<{ Querystring: z.output<typeof querystring> }>('/info', options, async (request, reply) => {
    const chosen = request.query.lang ?? languageOf(request.headers['accept-language']);
    const { name } = (await database.query.selectFrom('centre').select('name').executeTakeFirst()) ?? {
      name: '',
    };
    const page = publicPage(await halls(), {
      language: chosen,
      centre: name,
      nonce: reply.cspNonce.style,
      font,
    });
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(page);
  });
}

function publicPage(
  halls: readonly PublicHall[],
  page: {
    readonly language: Language;
    readonly centre: string;
    readonly nonce: string;
    readonly font: string | null;
  },
): string {
  const t = texts.in(page.language);
  const head = pageHead({
    language: page.language,
    title: t('title'),
    hallName: page.centre,
    nonce: page.nonce,
    style: pageStyle(page.font),
  });
  return html`${head}
<body>
<header>
<p>${page.centre}</p>
<h1>${t('title')}</h1>
<p>${t('hint')}</p>
${languageChoice(t('languages'), { language: page.language, languages }, (each) => `/info?lang=${each}`)}
</header>
<main>
${halls.length === 0 ? html`<p>${t('none')}</p>` : halls.map((hall) => hallPart(hall, page.language))}
</main>
</body>
</html>`.text;
}

function hallPart(hall: PublicHall, language: Language): Markup {
  const t = texts.in(language);
  const at = (moment: number) => DateTime.fromMillis(moment, { zone: hall.timezone }).toFormat('HH.mm');
  const place = hall.city === '' || hall.name.includes(hall.city) ? null : html`${hall.city}`;
  if (hall.isSilent) {
    return html`<details><summary class="plain closed"><span class="name"><b>${hall.name}</b>${place}</span>
<span class="state"><b>${t('silent')}</b></span></summary>
<section><p>${hall.saidAt === null ? t('silentAlways') : t('silentSince', { time: at(hall.saidAt) })}</p></section></details>`;
  }
  const opens = hall.counters
    .flatMap(({ now }) => now.opensAt ?? [])
    .sort((one, other) => Date.parse(one) - Date.parse(other))[0];
  const state = hall.open
    ? html`<b>${t('openNow')}</b>, ${t('waiting', { count: hall.waiting })}`
    : html`<b>${opens ? t('closed_opens', { when: when(opens, hall, language) }) : t('closed')}</b>`;
  return html`<details><summary class="plain ${hall.open ? 'serving' : 'closed'}"><span class="name"><b>${hall.name}</b>${place}</span>
<span class="state">${state}</span></summary>
${hall.counters.map((counter) => counterPart(counter, hall, language))}
<section><p>${t('asOf', { time: at(hall.saidAt ?? 0) })}</p></section></details>`;
}

function counterPart(
  { code, name, agency, now }: PublicHall['counters'][number],
  hall: PublicHall,
  language: Language,
): Markup {
  const t = texts.in(language);
  const words =
    now.state === 'serving'
      ? html`<b>${t('openNow')}</b>, ${t('waiting', { count: now.waiting })}${
          now.estimate ? html`, ${waitWords(now.estimate, language)}` : null
        }`
      : now.state === 'closed' && now.opensAt
        ? html`<b>${t('closed_opens', { when: when(now.opensAt, hall, language) })}</b>`
        : html`<b>${t(now.state)}</b>`;
  const own = name[language] || name.id;
  return html`<section class="${now.state}"><h2>${code} · ${own}</h2>${
    agency !== '' && agency !== own ? html`<p class="agency">${agency}</p>` : null
  }<p>${words}</p></section>`;
}

/** `08.00` of the same day, else `Rabu 9 Des 08.00`, as the hall's clocks show it. */
function when(instant: string, hall: PublicHall, language: Language): string {
  const moment = DateTime.fromISO(instant, { zone: hall.timezone });
  const today = DateTime.fromMillis(hall.saidAt ?? 0, { zone: hall.timezone }).toISODate();
  const time = moment.toFormat('HH.mm');
  return moment.toISODate() === today
    ? time
    : `${shortDate(moment.toFormat('yyyy-MM-dd'), language)} ${time}`;
}
