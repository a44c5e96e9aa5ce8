import type { ActionContext } from '../../actions/action';
import { importStandardList, readStandardList, standardListPreview } from '../../actions/admin/standard-list';
import { changeStandard } from '../../actions/admin/standards';
import type { RouteName } from '../../contract/routes';
import type { ServiceStandard, StandardFields } from '../../contract/standards';
import { reaches } from '../../queue/reach';
import { readHall } from '../../store/hall';
import { publicMaklumatView } from '../../views/standards/maklumat-view';
import { findStandard, listStandards, publicStandardView } from '../../views/standards/standards';
import { standardsEvidence } from '../../views/standards/standards-evidence';
import type { ViewContext } from '../../views/view-context';
import { edited, found } from '../routing/edit';
import { type Handlers, viewContextOf } from '../routing/route-request';

const attached = (name: string) => `attachment; filename="${name}"`;

/** What the history keeps of a standard: what people write. */
function kept(standard: ServiceStandard) {
  const {
    missing: _counted,
    state: _told,
    counterId: _its,
    counterCode: _own,
    agency: _place,
    ...written
  } = standard;
  return written;
}

/** The context as the act has left the hall so far. */
function asWritten(context: ActionContext): ViewContext {
  return { ...viewContextOf(context), hall: readHall(context.transaction) };
}

/** The standards of the services. */
export const standardHandlers = {
  standards: ({ look, reach }) => ({
    status: 200,
    body: listStandards(look()).filter(({ counterId }) => reaches(reach, Number(counterId))),
  }),
  standard: ({ look, params }) => ({ status: 200, body: found(findStandard(look(), Number(params.id))) }),
  changeStandard: ({ act, params, body, raw }) =>
    act((context) =>
      edited(
        raw,
        () => findStandard(asWritten(context), Number(params.id)),
        () => changeStandard(context, Number(params.id), body),
        kept,
      ),
    ),
  standardsCsv: async ({ heavy, query, look, reply }) => {
    reply.header('content-disposition', attached(`standar-pelayanan-${look().businessDate}.csv`));
    return { status: 200, body: await heavy('standardsCsv', query.language ?? 'id') };
  },
  standardsXlsx: async ({ heavy, query, look, reply }) => {
    reply.header('content-disposition', attached(`standar-pelayanan-${look().businessDate}.xlsx`));
    return { status: 200, body: await heavy('standardsWorkbook', query.language ?? 'id') };
  },
  previewStandardList: async ({ look, file, heavy }) => {
    const rows = await heavy('spreadsheet', file.path);
    return { status: 200, body: standardListPreview(readStandardList(look(), rows)) };
  },
  importStandardList: async ({ act, file, heavy }) => {
    const rows = await heavy('spreadsheet', file.path);
    return act((context) => {
      const before = context.hall.standards;
      const listed = importStandardList(context, rows);
      const differences = listed.flatMap(({ service, change }) =>
        Object.entries(change).map(([field, after]) => ({
          path: `${service.name.id}.${field}`,
          before:
            field === 'documents'
              ? service.documents
              : (before.get(service.id)?.[field as keyof StandardFields] ?? null),
          after,
        })),
      );
      return {
        status: 200,
        body: { changed: listed.length },
        edit: { subject: 'standards', after: { differences } },
      };
    });
  },
  standardsEvidence: ({ look }) => ({ status: 200, body: standardsEvidence(look()) }),
  publicMaklumat: ({ look, query }) => ({ status: 200, body: publicMaklumatView(look(), query.on) }),
  publicStandard: ({ look, params, query }) => ({
    status: 200,
    body: publicStandardView(look(), Number(params.id), query.on),
  }),
} satisfies Partial<Handlers<RouteName>>;
