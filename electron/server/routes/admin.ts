import { createHash } from 'node:crypto';
import { changeSettings } from '../../actions/accounts/change-settings';
import { hashSecret } from '../../actions/accounts/secret-hash';
import { goLive } from '../../actions/go-live';
import type { RouteName } from '../../contract/routes';
import type { Settings, ShownSettings } from '../../contract/settings';
import { Refusal } from '../../queue/refusal';
import { readHall } from '../../store/hall';
import { siteView } from '../../views/site-view';
import { matchesTag } from '../edit';
import { type Handlers, present, viewContextOf } from '../route-request';

/** What admins set up. */
export const adminRoutes = {
  settings: ({ look, reply }) => {
    const shown = shownSettings(look().hall.settings);
    reply.header('etag', tagOfSettings(shown));
    return { status: 200, body: shown };
  },
  changeSettings: async ({ act, body, raw, reply }) => {
    const { exitPin, ...fields } = body;
    const exitPinHash = typeof exitPin === 'string' ? await hashSecret(exitPin) : exitPin;
    return act((context) => {
      const before = shownSettings(context.hall.settings);
      const wanted = raw.headers['if-match'];
      if (wanted !== undefined && !matchesTag(wanted, tagOfSettings(before))) {
        throw new Refusal('changed_meanwhile');
      }
      const after = shownSettings(
        changeSettings(context, {
          ...present(fields),
          ...(exitPinHash === undefined ? {} : { exitPinHash }),
        }),
      );
      reply.header('etag', tagOfSettings(after));
      return { status: 200, body: after, edit: { subject: 'settings', before, after } };
    });
  },
  goLive: ({ act }) =>
    act((context) => {
      const edit = { subject: 'site', after: goLive(context) };
      // The configuration that is kept is read anew only after the commit.
      const live = { ...context, hall: readHall(context.transaction) };
      return { status: 200, body: siteView(viewContextOf(live)), edit };
    }),
} satisfies Partial<Handlers<RouteName>>;

function shownSettings({ exitPinHash, ...shown }: Settings): ShownSettings {
  return { ...shown, exitPinSet: exitPinHash !== null };
}

function tagOfSettings(shown: ShownSettings): string {
  return `"${createHash('sha256').update(JSON.stringify(shown)).digest('base64url').slice(0, 22)}"`;
}
