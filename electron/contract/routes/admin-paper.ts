import { newPaperBlock, paperBlock } from '../admin-paper';
import { addRoute, adminListRoute, removeRoute } from './collection';
import type { RouteRows } from './route';

/** Numbers that were given on paper while the main computer was away. */
export const adminPaperRoutes = {
  paperBlocks: adminListRoute(
    '/admin/paper',
    paperBlock,
    'Blocks of paper numbers that were typed in, the newest first',
  ),
  typePaper: addRoute(
    '/admin/paper',
    newPaperBlock,
    paperBlock,
    'Type in a block of numbers that were given on paper',
  ),
  removePaper: removeRoute('paper', '/admin/paper/:id', 'Take a block that was typed in out of the figures'),
} as const satisfies RouteRows;
