import { DateTime } from 'luxon';
import type { FollowUpPlan } from '../../contract/follow-up';
import { surveyElements } from '../../contract/survey';
import { epochDayOf, formatEpochDay, startOfDay } from '../../queue/local-day';
import { query } from '../../store/store';
import { followUpPlansView } from '../follow-ups-view';
import { skmMediaView } from '../skm-publications-view';
import { skmView } from '../skm-view';
import type { ViewContext } from '../view-context';
import { type EvidenceView, exactPercent, type FigureOf, type Said, type Year, yes } from './evidence';

/** The satisfaction survey of the year, and what followed the reports that were handed in in it. */
export const skmEvidence: EvidenceView<FigureOf<'skm'>> = (context, year) => {
  const { forms, sampleNeeded, index, elements } = skmView(context, {
    ...year,
    counterId: null,
    reach: null,
  });
  const plans = followUpPlansView(context).filter(
    ({ reportedOn }) => reportedOn >= year.from && reportedOn <= year.to,
  );
  const planned = plans.reduce((sum, { actions }) => sum + actions.length, 0);
  const done = plans.reduce((sum, plan) => sum + plan.done, 0);
  const answered = elements.filter(({ mean }) => mean !== null).length;
  const months = monthsOf(plans);
  const on = placesOf(context, year);
  const lacks: Said[] = [];
  if (forms < sampleNeeded) {
    lacks.push({
      key: 'skm.moreForms',
      of: ['forms', 'enough'],
      values: { count: sampleNeeded - forms },
      at: 'skm',
    });
  }
  if (answered < surveyElements.length) {
    lacks.push({
      key: 'skm.elements',
      of: ['elements'],
      values: { count: surveyElements.length - answered },
    });
  }
  if (planned === 0)
    lacks.push({
      key: 'skm.noPlan',
      of: ['reports', 'planned', 'done', 'donePercent', 'months'],
      at: 'skm',
    });
  else if (done < planned) {
    lacks.push({
      key: 'skm.undone',
      of: ['done', 'donePercent', 'months'],
      values: { count: planned - done },
      at: 'skm',
    });
  }
  if (!on.isPublished) {
    lacks.push({
      key: 'skm.unpublished',
      of: ['onPaper', 'onScreens', 'onInformation', 'onDisplay'],
      at: 'skm',
    });
  } else if (on.onPaper === 0) lacks.push({ key: 'skm.notPosted', of: ['onPaper'], at: 'skm' });
  return {
    figures: {
      ...{
        forms,
        sampleNeeded,
        enough: yes(forms > 0 && forms >= sampleNeeded),
        elements: answered,
        reports: plans.length,
        index,
      },
      ...{ planned, done, donePercent: exactPercent(done, planned), months },
      ...{ onPaper: on.onPaper, onScreens: on.onScreens },
      ...{ onInformation: on.onInformation, onDisplay: on.onDisplay },
    },
    says: [
      index === null
        ? { key: 'skm.forms', values: { forms, sampleNeeded } }
        : { key: 'skm.index', values: { forms, sampleNeeded, index } },
      ...(on.isPublished
        ? [
            {
              key: 'skm.published',
              of: ['onPaper', 'onScreens', 'onInformation', 'onDisplay'],
              values: { count: on.count },
            } as const,
          ]
        : []),
      ...(planned > 0
        ? [
            {
              key: 'skm.done',
              of: ['planned', 'done', 'donePercent', 'months'],
              values: { planned, done, reports: plans.length },
            } as const,
          ]
        : []),
      ...(months === null ? [] : [{ key: 'skm.months', of: ['months'], values: { count: months } } as const]),
    ],
    lacks,
  };
};

/** Where a result that was published in the year is read now. */
function placesOf(context: ViewContext, { from, to }: Year) {
  const { timezone } = context.hall.settings;
  const published = context.reader.first(
    query
      .selectFrom('published_skm')
      .select('id')
      .where('state', '=', 'published')
      .where('practice', '<=', context.hall.settings.practice ? 1 : 0)
      .where('publishedAt', '>=', startOfDay(from, timezone))
      .where('publishedAt', '<', startOfDay(formatEpochDay(epochDayOf(to) + 1), timezone)),
  );
  const isPublished = published !== undefined;
  const { information, phone, display, paper, count } = skmMediaView(context);
  return {
    isPublished,
    count: isPublished ? count : 0,
    onPaper: isPublished ? paper : 0,
    onScreens: yes(isPublished && information + phone + display > 0),
    onInformation: isPublished ? information : 0,
    onDisplay: isPublished ? display : 0,
  };
}

/** Within how many months all of each report was followed up, the slowest; null: not all is, or nothing was planned. */
function monthsOf(plans: readonly FollowUpPlan[]): number | null {
  const months = plans.map(({ reportedOn, finishedOn }) =>
    finishedOn === null ? null : monthsWithin(reportedOn, finishedOn),
  );
  return months.length === 0 || months.includes(null) ? null : Math.max(...months.map((each) => each ?? 0));
}

/** The least whole months within which a day lies: the same day of the next month is within one, the day after it within two. */
function monthsWithin(from: string, to: string): number {
  const [begin, end] = [from, to].map((day) => DateTime.fromISO(day, { zone: 'utc' }));
  if (!begin || !end || end <= begin) return 0;
  const whole = Math.floor(end.diff(begin, 'months').months);
  return begin.plus({ months: whole }) < end ? whole + 1 : whole;
}
