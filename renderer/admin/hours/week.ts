import type { OpeningDay, OpeningWeek } from '../../../electron/contract/configuration';

/** An open stretch of a day, in minutes after midnight. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The least length of a stretch or a gap, and what an arrow key moves by. */
export const keyStep = 5;
/** What dragging snaps to. */
export const dragStep = 30;

export function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

/** `08:00`, as the contract writes it. */
export function timeOf(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** A weekday's open stretches, breaks cut out; none: closed. */
export function spansOf(week: OpeningWeek, weekday: number): readonly Span[] {
  const day = week.find((each) => each.weekday === weekday);
  if (!day) return [];
  const breaks = day.breaks
    .map(({ from, to }) => ({ from: minutesOf(from), to: minutesOf(to) }))
    .sort((one, other) => one.from - other.from);
  return without([{ from: minutesOf(day.opens), to: minutesOf(day.closes) }], breaks);
}

/** The week with a weekday's stretches set: the gaps between them become its breaks. */
export function withSpans(week: OpeningWeek, weekday: number, spans: readonly Span[]): OpeningWeek {
  const others = week.filter((each) => each.weekday !== weekday);
  const ordered = [...spans].filter(({ from, to }) => from < to).sort((one, other) => one.from - other.from);
  const first = ordered[0];
  const last = ordered.at(-1);
  if (!first || !last) return others;
  const day: OpeningDay = {
    weekday,
    opens: timeOf(first.from),
    closes: timeOf(last.to),
    breaks: ordered
      .slice(1)
      .map((span, index) => ({ from: timeOf(ordered[index]?.to ?? 0), to: timeOf(span.from) })),
  };
  return [...others, day].sort((one, other) => one.weekday - other.weekday);
}

/** What is left of stretches when others are cut out of them. */
export function without(spans: readonly Span[], cut: readonly Span[]): readonly Span[] {
  return cut.reduce<readonly Span[]>(
    (left, { from, to }) =>
      left
        .flatMap((span) => [
          { from: span.from, to: Math.min(span.to, from) },
          { from: Math.max(span.from, to), to: span.to },
        ])
        .filter((span) => span.from < span.to),
    spans,
  );
}

/** The gaps between stretches. */
export function breaksOf(spans: readonly Span[]): readonly Span[] {
  return spans.slice(1).map((span, index) => ({ from: spans[index]?.to ?? 0, to: span.from }));
}

/**
 * One end of a stretch moved to a time, kept within the day, its own other end, and the stretches beside it (at least
 * five minutes away from each).
 */
export function moveEnd(
  spans: readonly Span[],
  index: number,
  end: 'from' | 'to',
  to: number,
): readonly Span[] {
  return spans.map((span, each) => {
    if (each !== index) return span;
    const least = end === 'from' ? (spans[index - 1]?.to ?? -keyStep) + keyStep : span.from + keyStep;
    const most = end === 'to' ? (spans[index + 1]?.from ?? 24 * 60 + keyStep) - keyStep : span.to - keyStep;
    return { ...span, [end]: Math.max(least, Math.min(most, to)) };
  });
}

/** The hours of the day that the bars show: 7 to 17, wider where the week is. */
export function shownHours(week: OpeningWeek): { readonly first: number; readonly last: number } {
  return {
    first: Math.min(7, ...week.map(({ opens }) => Math.floor(minutesOf(opens) / 60))),
    last: Math.max(17, ...week.map(({ closes }) => Math.ceil(minutesOf(closes) / 60))),
  };
}

/** The stretches with their place from 1: a stretch keeps its place while its ends move. */
export function placed(spans: readonly Span[]): readonly (Span & { readonly place: number })[] {
  return spans.map((span, index) => ({ ...span, place: index + 1 }));
}
