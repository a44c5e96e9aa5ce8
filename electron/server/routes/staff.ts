import type { ActionContext } from '../../actions/action';
import { addService } from '../../actions/desk/add-service';
import { answerBreak } from '../../actions/desk/answer-break';
import { answerHelp } from '../../actions/desk/answer-help';
import { askForBreak, withdrawBreak } from '../../actions/desk/ask-for-break';
import { askForHelp } from '../../actions/desk/ask-for-help';
import { call } from '../../actions/desk/call';
import { callNext } from '../../actions/desk/call-next';
import { changePriority } from '../../actions/desk/change-priority';
import { endHelp } from '../../actions/desk/end-help';
import { finish } from '../../actions/desk/finish';
import { hold } from '../../actions/desk/hold';
import { leaveDesk } from '../../actions/desk/leave-desk';
import { moveTicket } from '../../actions/desk/move-ticket';
import { noShow } from '../../actions/desk/no-show';
import { pauseDesk } from '../../actions/desk/pause-desk';
import { printPaper } from '../../actions/desk/print-paper';
import { recall } from '../../actions/desk/recall';
import { reinstate } from '../../actions/desk/reinstate';
import { removeService } from '../../actions/desk/remove-service';
import { resumeDesk } from '../../actions/desk/resume-desk';
import { start } from '../../actions/desk/start';
import { takeBack } from '../../actions/desk/take-back';
import { takeDesk } from '../../actions/desk/take-desk';
import { transfer } from '../../actions/desk/transfer';
import { walkIn } from '../../actions/desk/walk-in';
import type { RouteName } from '../../contract/routes';
import type { Desk } from '../../contract/staff';
import { desksWithin, deskToTakeView, deskView } from '../../views/desk-view';
import { foundTicketsView } from '../../views/found-tickets-view';
import { officersView } from '../../views/officers-view';
import { queueView } from '../../views/queue-view';
import { ticketView } from '../../views/ticket-view';
import { actOn } from '../act-on-ticket';
import { type Handlers, viewContextOf } from '../routing/route-request';

/** What officers and supervisors do at desks and with queues. */
export const staffRoutes = {
  desks: ({ look, reach }) => {
    const context = look();
    const desks = desksWithin(context.hall, reach);
    return { status: 200, body: desks.map((desk) => deskToTakeView(context, desk.id, reach)) };
  },
  officers: ({ look, reach }) => ({ status: 200, body: officersView(look(), reach) }),
  takeDesk: ({ actTogether, params }) =>
    actTogether((context) => deskAnswer(context, takeDesk(context, { deskId: Number(params.id) }))),
  leaveDesk: ({ actTogether, params }) =>
    actTogether((context) => deskAnswer(context, leaveDesk(context, { deskId: Number(params.id) }))),
  pauseDesk: ({ actTogether, params, body }) =>
    actTogether((context) => ({
      ...deskAnswer(context, pauseDesk(context, { deskId: Number(params.id), ...body })),
      edit: { after: { reason: body.reason } },
    })),
  resumeDesk: ({ actTogether, params }) =>
    actTogether((context) => deskAnswer(context, resumeDesk(context, { deskId: Number(params.id) }))),

  askForBreak: ({ actTogether, params, body }) =>
    actTogether((context) => ({
      ...deskAnswer(context, askForBreak(context, { deskId: Number(params.id), ...body })),
      edit: { after: body },
    })),
  withdrawBreak: ({ actTogether, params }) =>
    actTogether((context) => deskAnswer(context, withdrawBreak(context, { deskId: Number(params.id) }))),
  answerBreak: ({ actTogether, params, body }) =>
    actTogether((context) => ({
      ...deskAnswer(context, answerBreak(context, { deskId: Number(params.id), ...body })),
      edit: { after: body },
    })),
  askForHelp: ({ actTogether, params }) =>
    actTogether((context) => deskAnswer(context, askForHelp(context, { deskId: Number(params.id) }))),
  answerHelp: ({ actTogether, params }) =>
    actTogether((context) => deskAnswer(context, answerHelp(context, { deskId: Number(params.id) }))),
  endHelp: ({ actTogether, params }) =>
    actTogether((context) => deskAnswer(context, endHelp(context, { deskId: Number(params.id) }))),

  callNext: ({ actTogether, params }) =>
    actTogether((context) => {
      const called = callNext(context, { deskId: Number(params.id) });
      return called ? ticketAnswer(context, called) : { status: 204, body: null };
    }),
  call: ({ actTogether, params, body }) =>
    actTogether((context) =>
      ticketAnswer(context, call(context, { deskId: Number(params.id), ticketId: Number(body.ticketId) })),
    ),
  recall: ({ actTogether, params }) =>
    actTogether((context) => ticketAnswer(context, recall(context, { deskId: Number(params.id) }))),
  start: ({ actTogether, params }) =>
    actTogether((context) => ticketAnswer(context, start(context, { deskId: Number(params.id) }))),
  finish: ({ actTogether, params, body }) =>
    actTogether((context) => ticketAnswer(context, finish(context, { deskId: Number(params.id), ...body }))),
  addService: ({ actTogether, params, body }) =>
    actTogether((context) =>
      ticketAnswer(
        context,
        addService(context, { deskId: Number(params.id), serviceId: Number(body.serviceId) }),
      ),
    ),
  removeService: ({ actTogether, params, body }) =>
    actTogether((context) =>
      ticketAnswer(
        context,
        removeService(context, { deskId: Number(params.id), serviceId: Number(body.serviceId) }),
      ),
    ),
  noShow: ({ actTogether, params }) =>
    actTogether((context) => ticketAnswer(context, noShow(context, { deskId: Number(params.id) }))),
  hold: ({ actTogether, params, body }) =>
    actTogether((context) =>
      ticketAnswer(context, hold(context, { deskId: Number(params.id), ...body }), body.reason),
    ),
  transfer: ({ actTogether, params, body }) =>
    actTogether((context) =>
      ticketAnswer(
        context,
        transfer(context, {
          ...body,
          deskId: Number(params.id),
          serviceId: Number(body.serviceId),
          userId: body.userId === undefined ? undefined : Number(body.userId),
        }),
      ),
    ),

  reinstate: ({ actTogether, params }) =>
    actTogether((context) => ticketAnswer(context, reinstate(context, { ticketId: Number(params.id) }))),
  takeBack: ({ actTogether, params }) =>
    actTogether((context) => ticketAnswer(context, takeBack(context, { ticketId: Number(params.id) }))),
  printPaper: ({ actTogether, params, body }) =>
    actTogether((context) =>
      ticketAnswer(context, printPaper(context, { ticketId: Number(params.id), kioskId: body.at })),
    ),
  findTickets: ({ look, query, reach }) => ({
    status: 200,
    body: foundTicketsView(look(), query.number, reach),
  }),
  changePriority: ({ actTogether, params, body }) =>
    actTogether((context) =>
      ticketAnswer(context, changePriority(context, { ticketId: Number(params.id), ...body }), body.reason),
    ),
  moveTicket: ({ actTogether, params, body }) =>
    actTogether((context) =>
      ticketAnswer(
        context,
        moveTicket(context, {
          ticketId: Number(params.id),
          place: body.place,
          ...(body.serviceId === undefined ? {} : { serviceId: Number(body.serviceId) }),
        }),
      ),
    ),
  walkIn: ({ actTogether, body }) =>
    actTogether((context) => {
      const { ticketId } = walkIn(context, { ...body, serviceId: Number(body.serviceId) });
      const view = ticketView(viewContextOf(context), ticketId);
      return { status: 201, body: view, edit: { subject: `ticket:${ticketId}`, after: actOn(view) } };
    }),
  queue: ({ look, query }) => ({ status: 200, body: queueView(look(), Number(query.counterId)) }),
} satisfies Partial<Handlers<RouteName>>;

function deskAnswer(
  context: ActionContext,
  { deskId }: { readonly deskId: number },
): { status: 200; body: Desk } {
  return { status: 200, body: deskView(viewContextOf(context), deskId) };
}

/** The audit row of a ticket's verb names it by its number, and why, where a reason was asked for. */
function ticketAnswer(context: ActionContext, { ticketId }: { readonly ticketId: number }, reason?: string) {
  const body = ticketView(viewContextOf(context), ticketId);
  return { status: 200 as const, body, edit: { after: actOn(body, reason) } };
}
