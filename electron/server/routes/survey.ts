import { answerSurvey } from '../../actions/survey/answer-survey';
import { changeComplaint } from '../../actions/survey/change-complaint';
import { makeComplaint } from '../../actions/survey/make-complaint';
import type { RouteName } from '../../contract/routes';
import type { ListedComplaint } from '../../contract/survey';
import { reaches } from '../../queue/reach';
import { Refusal } from '../../queue/refusal';
import { countersOfDevice } from '../../store/counters-of-device';
import { complaintCountsView } from '../../views/complaint-counts-view';
import { complaintListView, complaintView, listedComplaintView } from '../../views/complaints-view';
import { informationView } from '../../views/information-view';
import { deskSurveyView, surveyView } from '../../views/survey-view';
import { deviceIdOf } from '../callers';
import { TabletDesks } from '../devices/tablet-desks';
import type { ServerParts } from '../parts';
import { requireUnchanged } from '../routing/edit';
import { type Handlers, viewContextOf } from '../routing/route-request';

/** What is asked and said before a visit and after it, and what supervisors learn from it. */
export function surveyHandlers({ clock }: Pick<ServerParts, 'clock'>) {
  const tablets = new TabletDesks(clock);
  return {
    information: ({ look }) => ({ status: 200, body: informationView(look()) }),
    survey: ({ look, params }) => ({ status: 200, body: surveyView(look(), params.token) }),
    answerSurvey: ({ actTogether, params, body }) =>
      actTogether((context) => ({
        status: 201,
        body: answerSurvey(context, { token: params.token, form: body }),
      })),
    deskSurvey: ({ look, params, caller }) => {
      const deviceId = deviceIdOf(caller);
      const context = look();
      const deskId = Number(params.id);
      const { reader, hall } = context;
      const offered = deskSurveyView(context, deskId);
      const counterIds = hall.desk.get(deskId)?.counterIds ?? [];
      if (!countersOfDevice(reader, hall, deviceId).some(({ id }) => counterIds.includes(id)))
        throw new Refusal('forbidden');
      tablets.standAt(deviceId, deskId);
      return { status: 200, body: offered };
    },
    makeComplaint: ({ actTogether, body }) =>
      actTogether((context) => ({ status: 201, body: makeComplaint(context, body) })),
    complaint: ({ look, params }) => ({ status: 200, body: complaintView(look(), params.code) }),
    complaints: ({ look, query, reach }) => ({
      status: 200,
      body: complaintListView(look(), { ...query, reach }),
    }),
    complaintCounts: ({ look, query, reach }) => ({
      status: 200,
      body: complaintCountsView(look(), { ...query, reach }),
    }),
    changeComplaint: ({ act, params, body, raw, reach }) =>
      act((context) => {
        const before = listedComplaintView(viewContextOf(context), params.code);
        // Of another institution's not even that the code is one.
        if (!reaches(reach, Number(before.counterId))) throw new Refusal('not_found');
        requireUnchanged(raw, before);
        changeComplaint(context, { code: params.code, change: body });
        const after = listedComplaintView(viewContextOf(context), params.code);
        const edit = { before: noted(before), after: noted(after) };
        return { status: 200, body: after, edit };
      }),
    skm: async ({ heavy, reach, query: { from, to, counterId } }) => ({
      status: 200,
      body: await heavy('skm', { from, to, counterId: counterId ?? null, reach }),
    }),
  } satisfies Partial<Handlers<RouteName>>;
}

/** For the audit: what visitors wrote is kept in one place only, so that it can be forgotten. */
function noted({ kind, status, answer, sp4nNumber, sp4nState }: ListedComplaint) {
  // Whoever has that number finds a name in the other system: here it is forgotten with the complaint.
  return { kind, status, answer, passedToSp4n: sp4nNumber !== null, sp4nState };
}
