import { askToBeFetched, askToBeFetchedAsHolder } from '../../actions/ask-to-be-fetched';
import { cancelTicket } from '../../actions/cancel-ticket';
import { claimPriority } from '../../actions/claim-priority';
import { cancelTicketByStaff } from '../../actions/desk/cancel-ticket';
import { goPaperless } from '../../actions/go-paperless';
import { issueTicket } from '../../actions/issue-ticket';
import { letOthersPass, letOthersPassAsHolder } from '../../actions/let-others-pass';
import { comeBack, stepOut } from '../../actions/step-out';
import { canPrint } from '../../contract/printer-status';
import type { RouteName } from '../../contract/routes';
import type { Printing } from '../../printing/printing';
import { Refusal } from '../../queue/refusal';
import { fieldFault } from '../../texts/field-fault';
import { menuView } from '../../views/menu-view';
import { serviceWeekView } from '../../views/service-week-view';
import { siteView } from '../../views/site-view';
import { holderTicketOf, holderTicketView, ticketView } from '../../views/ticket-view';
import { actOn } from '../act-on-ticket';
import { deviceIdOf } from '../callers';
import type { DeviceWatch } from '../devices/device-watch';
import { kioskView } from '../kiosk-view';
import { languageOf } from '../problems';
import { type Handlers, viewContextOf } from '../routing/route-request';

/** What a visitor asks for, at the kiosk or by phone. */
export function visitorRoutes(printer: Printing, devices: DeviceWatch) {
  return {
    site: ({ look }) => ({ status: 200, body: siteView(look()) }),
    counters: ({ look }) => ({ status: 200, body: menuView(look()) }),
    serviceWeek: ({ look, params }) => ({ status: 200, body: serviceWeekView(look(), Number(params.id)) }),
    kiosk: ({ caller, look }) => ({ status: 200, body: kioskView(look(), deviceIdOf(caller), devices) }),
    issueTicket: ({ actTogether, body, caller, raw }) =>
      actTogether((context) => {
        const { row } = issueTicket(context, {
          serviceId: Number(body.serviceId),
          priority: body.priority ?? null,
          language: body.language ?? languageOf(raw.headers['accept-language']),
          fetchMe: body.fetchMe ?? false,
          way: body.way ?? null,
          printerReady: canPrint(devices.printers.of(deviceIdOf(caller))),
        });
        return { status: 201, body: holderTicketOf(viewContextOf(context), row) };
      }),
    ticket: ({ look, params }) => ({ status: 200, body: holderTicketView(look(), params.token) }),
    ticketPicture: ({ look, params }) => {
      const picture = printer.picture(Number(holderTicketView(look(), params.token).id));
      if (picture === null) throw new Refusal('not_found');
      return { status: 200, body: picture };
    },
    goPaperless: ({ actTogether, params }) =>
      actTogether((context) => {
        goPaperless(context, { token: params.token });
        return { status: 200, body: holderTicketView(viewContextOf(context), params.token) };
      }),
    claimPriority: ({ actTogether, params: { token }, body: { priority } }) =>
      actTogether((context) => {
        claimPriority(context, { token, priority });
        return { status: 200, body: holderTicketView(viewContextOf(context), token) };
      }),
    letOthersPass: ({ actTogether, caller, params, body: { count } }) =>
      actTogether((context) => {
        if (caller.kind === 'holder') {
          letOthersPassAsHolder(context, { token: caller.token, count });
          return { status: 200, body: holderTicketView(viewContextOf(context), caller.token) };
        }
        const { ticketId } = letOthersPass(context, { ticketId: Number(params.ticket), count });
        const view = ticketView(viewContextOf(context), ticketId);
        return { status: 200, body: view, edit: { after: { ...actOn(view), count } } };
      }),
    askToBeFetched: ({ actTogether, caller, params, body: { fetchMe } }) =>
      actTogether((context) => {
        if (caller.kind === 'holder') {
          askToBeFetchedAsHolder(context, { token: caller.token, fetchMe });
          return { status: 200, body: holderTicketView(viewContextOf(context), caller.token) };
        }
        const { ticketId } = askToBeFetched(context, { ticketId: Number(params.ticket), fetchMe });
        const view = ticketView(viewContextOf(context), ticketId);
        return { status: 200, body: view, edit: { after: { ...actOn(view), fetchMe } } };
      }),
    stepOut: ({ actTogether, params: { token } }) =>
      actTogether((context) => {
        stepOut(context, { token });
        return { status: 200, body: holderTicketView(viewContextOf(context), token) };
      }),
    comeBack: ({ actTogether, params: { token } }) =>
      actTogether((context) => {
        comeBack(context, { token });
        return { status: 200, body: holderTicketView(viewContextOf(context), token) };
      }),
    cancelTicket: ({ actTogether, caller, params, body }) => {
      if (caller.kind === 'holder') {
        if (body)
          throw new Refusal('invalid_request', {
            errors: [{ path: 'reason', fault: fieldFault('no_holder_reason') }],
          });
        return actTogether((context) => {
          cancelTicket(context, { token: caller.token });
          return { status: 200, body: holderTicketView(viewContextOf(context), caller.token) };
        });
      }
      if (!body)
        throw new Refusal('invalid_request', {
          errors: [{ path: 'reason', fault: fieldFault('cancel_reason') }],
        });
      return actTogether((context) => {
        const { ticketId } = cancelTicketByStaff(context, {
          ticketId: Number(params.ticket),
          reason: body.reason,
        });
        const view = ticketView(viewContextOf(context), ticketId);
        return { status: 200, body: view, edit: { after: actOn(view, body.reason) } };
      });
    },
  } satisfies Partial<Handlers<RouteName>>;
}
