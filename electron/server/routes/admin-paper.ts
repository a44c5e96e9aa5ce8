import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { removePaper, typePaper } from '../../actions/paper/type-paper';
import type { RouteName } from '../../contract/routes';
import { listPaperBlocks } from '../../views/admin/paper-blocks';
import type { ServerParts } from '../parts';
import { found, made, removed } from '../routing/edit';
import type { Handlers } from '../routing/route-request';

/** Numbers that were given on paper while the main computer was away. */
export function adminPaperRoutes({ dataDir }: Pick<ServerParts, 'dataDir'>) {
  /** A report that was saved without these figures makes room for the next, which is made with the closing of days. */
  const forgetReport = (date: string) =>
    rmSync(join(dataDir, 'reports', `antre-${date}.xlsx`), { force: true });
  return {
    paperBlocks: ({ look }) => ({ status: 200, body: listPaperBlocks(look()) }),
    typePaper: ({ act, body }) => {
      const answer = act((context) => {
        const id = String(typePaper(context, body));
        const { hall, transaction: reader } = context;
        return made(
          'paper',
          listPaperBlocks({ reader, hall }).find((each) => each.id === id),
        );
      });
      forgetReport(body.date);
      return answer;
    },
    removePaper: ({ act, params, raw, look }) => {
      const block = found(listPaperBlocks(look()).find(({ id }) => id === params.id));
      const answer = act((context) =>
        removed(
          raw,
          () => block,
          () => removePaper(context, Number(params.id)),
        ),
      );
      forgetReport(block.date);
      return answer;
    },
  } satisfies Partial<Handlers<RouteName>>;
}
