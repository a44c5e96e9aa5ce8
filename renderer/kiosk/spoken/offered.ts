import { counterGroups } from '../../../electron/contract/counter-groups';
import type { Language } from '../../../electron/contract/languages';
import type { CounterGroup, MenuCounter, MenuService } from '../../../electron/contract/site';
import type { Visit, World } from './visit';

/** The languages that can be chosen: the hall's, of which a voice is not known to be missing. */
export function offeredLanguages({ mute }: Visit, { kiosk }: World): readonly Language[] {
  return (kiosk?.languages ?? ['id']).filter((each) => !mute.includes(each));
}

/** The kinds of institutions that this kiosk has counters of. */
export function offeredGroups({ counters = [] }: World): readonly CounterGroup[] {
  return counterGroups.filter((group) => counters.some((counter) => counter.group === group));
}

/** The counters of the chosen kind. */
export function offeredCounters({ chosen }: Visit, { counters = [] }: World): readonly MenuCounter[] {
  return counters.filter(({ group }) => chosen.group === null || group === chosen.group);
}

/** The chosen counter; undefined where none is chosen, or the hall has it no longer. */
export function chosenCounter({ chosen }: Visit, { counters = [] }: World): MenuCounter | undefined {
  return counters.find(({ id }) => id === chosen.counterId);
}

/** The chosen service; undefined where none is chosen, or the counter has it no longer. */
export function chosenService(visit: Visit, world: World): MenuService | undefined {
  return chosenCounter(visit, world)?.services.find(({ id }) => id === visit.chosen.serviceId);
}
