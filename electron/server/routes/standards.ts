import type { ActionContext } from '../../actions/action';
import { changeStandard } from '../../actions/admin/standards';
import type { RouteName } from '../../contract/routes';
import type { ServiceStandard } from '../../contract/standards';
import { reaches } from '../../queue/reach';
import { readHall } from '../../store/hall';
import { findStandard, listStandards, publicStandardView } from '../../views/standards/standards';
import { standardsEvidence } from '../../views/standards/standards-evidence';
import type { ViewContext } from '../../views/view-context';
import { edited, found } from '../routing/edit';
import { type Handlers, viewContextOf } from '../routing/route-request';

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
    act((context) => {
      const { edit, ...answer } = edited(
        raw,
        () => findStandard(asWritten(context), Number(params.id)),
        () => changeStandard(context, Number(params.id), body),
      );
      return { ...answer, edit: { before: kept(edit.before), after: kept(edit.after) } };
    }),
  standardsEvidence: ({ look }) => ({ status: 200, body: standardsEvidence(look()) }),
  publicStandard: ({ look, params, query }) => ({
    status: 200,
    body: publicStandardView(look(), Number(params.id), query.on),
  }),
} satisfies Partial<Handlers<RouteName>>;
