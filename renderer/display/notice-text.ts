import type { Notice } from '../../electron/contract/lobby';
import { weekdayName } from '../../electron/texts/dates';
import { formatDate } from '../i18n/time';
import { t } from './texts';

/** Up to so many days are told as the days it opens; beyond, the days it is closed are the news. */
const fewDays = 3;

export interface NoticeText {
  readonly title: string;
  readonly text: string;
}

/** A notice in words: "Paspor hanya hari Rabu", "Pukul 08.00 sampai 14.00, 15 nomor sehari." */
export function noticeText(notice: Notice): NoticeText {
  switch (notice.kind) {
    case 'closure':
      return closureText(notice);
    case 'some_days':
      return someDaysText(notice);
    case 'promise':
      return { title: t('notice.promise'), text: notice.text };
    case 'standard':
      return standardText(notice);
    case 'skm':
      return { title: t(`notice.skm.${notice.part}`), text: notice.text };
    case 'answer':
      return {
        title: t(`notice.answer.${notice.part}`, { about: notice.counter?.id ?? t('wholeHall') }),
        text: notice.text,
      };
  }
}

function someDaysText({
  counter,
  service,
  days,
  closedOn,
  quotaPerDay,
}: Notice & { kind: 'some_days' }): NoticeText {
  const [first] = days;
  const sameHours = days.every((day) => day.opens === first?.opens && day.closes === first.closes);
  const hours =
    sameHours && first
      ? t('notice.hours', { opens: time(first.opens), closes: time(first.closes) })
      : days
          .map(({ weekday: each, opens, closes }) =>
            t('notice.dayHours', { day: weekday(each), opens: time(opens), closes: time(closes) }),
          )
          .join(', ');
  const parts = [
    ...(service ? [counter.id] : []),
    hours,
    ...(quotaPerDay === null ? [] : [t('notice.quota', { quota: quotaPerDay })]),
  ].join(', ');
  const name = (service ?? counter).id;
  return {
    title:
      days.length <= fewDays
        ? t('notice.onlyOn', { name, days: inWords(days.map((each) => each.weekday)) })
        : t('notice.closedOn', { name, days: inWords(closedOn) }),
    text: `${parts.charAt(0).toUpperCase()}${parts.slice(1)}.`,
  };
}

function closureText({ of, from, to, reason, otherHours }: Notice & { kind: 'closure' }): NoticeText {
  const span =
    to === null
      ? t('notice.openEnd', { from: day(from) })
      : from === to
        ? day(from)
        : t('notice.span', { from: day(from), to: day(to) });
  const what = t(otherHours ? 'notice.otherHours' : 'notice.closed');
  return {
    title: of ? `${of.id}: ${what.toLowerCase()} ${span}` : `${what} ${span}`,
    text: reason.id,
  };
}

function standardText({ service, isExample, part, text }: Notice & { kind: 'standard' }): NoticeText {
  const said = `${t(`notice.${part}`)}: ${text}`;
  return { title: service.id, text: isExample ? `${said} (${t('notice.example')})` : said };
}

/** `08:00` → `08.00`, as the hall writes times. */
function time(timeOfDay: string): string {
  return timeOfDay.replace(':', '.');
}

function weekday(number: number): string {
  return weekdayName(number, 'id');
}

function inWords(numbers: readonly number[]): string {
  const names = numbers.map(weekday);
  const last = names.pop() ?? '';
  return names.length === 0 ? last : t('notice.and', { days: names.join(', '), last });
}

function day(date: string): string {
  return formatDate(`${date}T12:00:00Z`, 'UTC', 'id', { year: false });
}
