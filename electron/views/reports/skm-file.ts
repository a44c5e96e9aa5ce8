import type { Language } from '../../contract/languages';
import { type SkmFileQuery, skmFileMost } from '../../contract/reports';
import { surveyElements } from '../../contract/survey';
import { Refusal } from '../../queue/refusal';
import { query } from '../../store/store';
import { hiddenInGroups } from '../../survey/hidden-in-groups';
import { catalogue } from '../../texts/catalogue';
import { fieldFault } from '../../texts/field-fault';
import type surveyIndonesian from '../../texts/id/office/survey-results.json';
import { servicePlace } from '../ticket-view';
import type { ViewContext } from '../view-context';
import type { ReportTable } from './report-file';
import { reportTexts } from './report-words';
import type { WithinReach } from './summary-view';

/** At least so many answers are alike in all that is told of when, where and by whom. */
const fewestAlike = 5;

const profile = ['sex', 'ageGroup', 'education', 'occupation'] as const;
const columns = ['when', 'counterCode', 'counter', 'service', ...profile, ...surveyElements] as const;

const surveyTexts = catalogue<typeof surveyIndonesian>(
  import.meta.glob('../../texts/*/office/survey-results.json', { eager: true, import: 'default' }),
);

type Form = ReturnType<typeof formsOf>[number];

/**
 * The answers of a period and within reach one by one as a table, in words where a language is named: no day, service or respondent stands
 * there that fewer than five answers share. Fewer than five answers make an empty table. Refuses `invalid_request` for
 * more than `skmFileMost`.
 */
export function skmTable(
  context: ViewContext,
  { from, to, language, reach }: SkmFileQuery & WithinReach,
): ReportTable {
  const t = reportTexts.in(language ?? 'id');
  const forms = formsOf(context, { from, to, reach });
  const rows = hiddenInGroups(forms, placeLevels, fewestAlike).flatMap(({ level, rows: alike }) =>
    hiddenInGroups(alike, profileLevels, fewestAlike).flatMap((group) =>
      group.rows.map((form) => [
        ...placeCells(form, level, language),
        ...profileCells(form, group.level, language),
        ...surveyElements.map((element) => form[element]),
      ]),
    ),
  );
  return {
    title: t('skm.title'),
    sheet: t('skm.sheet'),
    notes: [t('skm.note', { fewest: fewestAlike })],
    headings: columns.map((column) => (language ? headingOf(column, language) : column)),
    rows: rows.sort((one, other) => String(one[0]).localeCompare(String(other[0]))),
  };
}

/** In the order of their ids, which are chance. */
function formsOf(
  context: ViewContext,
  { from, to, reach }: { readonly from: string; readonly to: string } & WithinReach,
) {
  const answers = query.selectFrom('survey_answers');
  const services = query.selectFrom('services').select('id');
  const within =
    reach === null ? answers : answers.where('serviceId', 'in', services.where('counterId', 'in', reach));
  const forms = context.reader.all(
    within
      .where('businessDate', '>=', from)
      .where('businessDate', '<=', to)
      .orderBy('id')
      .limit(skmFileMost + 1)
      .select(['businessDate', 'serviceId', ...profile, ...surveyElements]),
  );
  if (forms.length > skmFileMost) {
    const fault = fieldFault('too_many_answers');
    throw new Refusal('invalid_request', { errors: [{ path: 'to', fault }] });
  }
  const ids = [...new Set(forms.map(({ serviceId }) => serviceId))];
  const places = new Map(ids.map((id) => [id, servicePlace(context, id)]));
  return forms.flatMap((form) => {
    const place = places.get(form.serviceId);
    return place ? [{ ...form, place }] : [];
  });
}

const monthOf = ({ businessDate }: Form) => businessDate.slice(0, 7);

/** When and where, the finest first; after the last one nothing of it is told. */
const placeLevels: readonly ((form: Form) => string)[] = [
  (form) => `${form.businessDate} ${form.serviceId}`,
  (form) => `${monthOf(form)} ${form.serviceId}`,
  (form) => `${monthOf(form)} ${form.place.counter.id}`,
  monthOf,
];

function placeCells(form: Form, level: number, language?: Language): (string | null)[] {
  const { counter, service } = form.place;
  const hidden = hiddenWord(language);
  const named = (name: typeof counter.name) => name[language ?? 'id'] || name.id;
  return [
    level === 0 ? form.businessDate : level < placeLevels.length ? monthOf(form) : hidden,
    ...(level <= 2 ? [counter.code, named(counter.name)] : [hidden, hidden]),
    level <= 1 ? named(service.name) : hidden,
  ];
}

/** All that somebody said of themselves, then less and less of it. */
const profileLevels = profile.map((_, less) => {
  const told = profile.slice(0, profile.length - less);
  return (form: Form) => told.map((field) => form[field] ?? '').join(' ');
});

function profileCells(form: Form, level: number, language?: Language): (string | null)[] {
  return profile.map((field, at) => {
    if (at >= profile.length - level) return hiddenWord(language);
    const value = form[field];
    return value === null || !language ? value : surveyTexts.in(language)(value);
  });
}

function hiddenWord(language: Language = 'en'): string {
  return reportTexts.in(language)('skm.hidden');
}

function headingOf(column: (typeof columns)[number], language: Language): string {
  switch (column) {
    case 'when':
    case 'counterCode':
    case 'counter':
    case 'service':
      return reportTexts.in(language)(`skm.${column}`);
    case 'sex':
    case 'ageGroup':
    case 'education':
    case 'occupation':
      return surveyTexts.in(language)(column);
    default:
      return surveyTexts.in(language)(`element.${column}`);
  }
}
