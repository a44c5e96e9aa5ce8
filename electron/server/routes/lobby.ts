import type { RouteName } from '../../contract/routes';
import { boardView } from '../../views/board-view';
import { displayView } from '../../views/display-view';
import { listVoiceRecordings } from '../files/voice-recordings';
import type { ServerParts } from '../parts';
import type { Handlers } from '../routing/route-request';

/** What the lobby's screens ask for. */
export function lobbyRoutes({ dataDir }: Pick<ServerParts, 'dataDir'>) {
  return {
    board: ({ look, query }) => ({ status: 200, body: boardView(look(), query.zone) }),
    display: ({ look }) => ({ status: 200, body: displayView(look()) }),
    voices: ({ look }) => ({ status: 200, body: listVoiceRecordings(dataDir, look().hall) }),
  } satisfies Partial<Handlers<RouteName>>;
}
