import { recordAudit } from '../../actions/accounts/record-audit';
import type { RouteName } from '../../contract/routes';
import { centreRowsView, rowsAsFile } from '../../views/centre/centre-rows';
import { actorOf } from '../callers';
import type { ServerParts } from '../parts';
import type { Handlers } from '../routing/route-request';

const subject = 'centre';

/** The link with a centre of several halls, and what leaves the hall by it. */
export function adminCentreRoutes({ uplink, actionRunner }: Pick<ServerParts, 'uplink' | 'actionRunner'>) {
  return {
    centreLink: () => ({ status: 200, body: uplink.state() }),
    askCentre: ({ body, caller }) => {
      uplink.ask(body.url);
      actionRunner.run(actorOf(caller), (context) =>
        recordAudit(context, { action: 'askCentre', subject, after: { centre: body.url } }),
      );
      return { status: 202, body: uplink.state() };
    },
    stopAskingCentre: ({ caller }) => {
      uplink.stopAsking();
      actionRunner.run(actorOf(caller), (context) =>
        recordAudit(context, { action: 'stopAskingCentre', subject }),
      );
      return { status: 200, body: uplink.state() };
    },
    changeCentre: ({ body, caller }) => {
      const before = uplink.state().link?.sends;
      uplink.send(body.sends);
      actionRunner.run(actorOf(caller), (context) =>
        recordAudit(context, { action: 'changeCentre', subject, before: { sends: before }, after: body }),
      );
      return { status: 200, body: uplink.state() };
    },
    leaveCentre: ({ caller }) => {
      const { link } = uplink.state();
      uplink.unlink();
      actionRunner.run(actorOf(caller), (context) =>
        recordAudit(context, { action: 'leaveCentre', subject, before: link && { centre: link.url } }),
      );
      return { status: 200, body: uplink.state() };
    },
    journalRows: ({ look, query }) => ({
      status: 200,
      body: centreRowsView(look(), uplink.acknowledged(), query.before),
    }),
    journalFile: ({ look, reply }) => {
      reply.header('content-disposition', 'attachment; filename="antre-centre.jsonl"');
      return { status: 200, body: rowsAsFile(look()) };
    },
  } satisfies Partial<Handlers<RouteName>>;
}
