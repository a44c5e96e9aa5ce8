import type { ActionContext } from '../../actions/action';
import { limitNumbers } from '../../actions/limit-numbers';
import { resume, type Stoppable, stop } from '../../actions/stop';
import type { RouteName } from '../../contract/routes';
import type { HallCounter, HallSnapshot } from '../../contract/staff';
import { readHall } from '../../store/hall';
import { hallCounterView, hallView } from '../../views/counter-view';
import { type Edit, type Handlers, viewContextOf } from '../routing/route-request';

/** What supervisors stop by hand, and open again. */
export const stopRoutes = {
  pauseCounter: ({ act, params, body }) =>
    act((context) => counterAnswer(context, counterOf(params), () => stop(context, counterOf(params), body))),
  resumeCounter: ({ act, params }) =>
    act((context) => counterAnswer(context, counterOf(params), () => resume(context, counterOf(params)))),
  pauseService: ({ act, params, body }) =>
    act((context) => counterAnswer(context, serviceOf(params), () => stop(context, serviceOf(params), body))),
  resumeService: ({ act, params }) =>
    act((context) => counterAnswer(context, serviceOf(params), () => resume(context, serviceOf(params)))),
  limitNumbers: ({ act, params, body }) =>
    act((context) =>
      counterAnswer(context, serviceOf(params), () => {
        const { leftBefore } = limitNumbers(context, { serviceId: Number(params.id), left: body.left });
        return { before: { numbersLeft: leftBefore }, after: { numbersLeft: body.left } };
      }),
    ),
  pauseHall: ({ act, body }) => act((context) => hallAnswer(context, () => stop(context, wholeHall, body))),
  resumeHall: ({ act }) => act((context) => hallAnswer(context, () => resume(context, wholeHall))),
} satisfies Partial<Handlers<RouteName>>;

const wholeHall = { kind: 'hall' } as const;
const counterOf = ({ id }: { readonly id: string }) => ({ kind: 'counter', id: Number(id) }) as const;
const serviceOf = ({ id }: { readonly id: string }) => ({ kind: 'service', id: Number(id) }) as const;

/** What a counter is like after a change of it or of one of its services. */
function counterAnswer(
  context: ActionContext,
  what: Exclude<Stoppable, { kind: 'hall' }>,
  change: () => Edit | undefined,
): { status: 200; body: HallCounter; edit?: Edit } {
  const edit = change();
  const changed = viewAfter(context);
  const counterId = what.kind === 'counter' ? what.id : changed.hall.service.get(what.id)?.counterId;
  return { status: 200, body: hallCounterView(changed, counterId ?? 0), ...(edit && { edit }) };
}

function hallAnswer(
  context: ActionContext,
  change: () => Edit | undefined,
): { status: 200; body: HallSnapshot; edit?: Edit } {
  const edit = change();
  // Whoever stops the hall reaches the whole of it.
  return { status: 200, body: hallView(viewAfter(context), null), ...(edit && { edit }) };
}

/** The configuration that is kept is read anew only after the commit. */
function viewAfter(context: ActionContext) {
  return viewContextOf({ ...context, hall: readHall(context.transaction) });
}
