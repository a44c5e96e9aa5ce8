import type { AdminCounter, AdminService, CounterChange } from '../../../electron/contract/admin-hall';
import { counterGroups } from '../../../electron/contract/counter-groups';
import { fieldShapes } from '../../../electron/contract/field-shapes';
import { settingWords } from '../../../electron/contract/setting-words';
import { callRoute, newKey } from '../../client/api';
import { CodeControl } from '../edit/controls';
import type { FieldRow } from '../edit/field-row';
import { useFieldWords } from '../edit/use-field-words';
import type { EditedRow } from '../edit/use-row-editor';
import { useTexts } from '../texts';
import { counterKey } from './blank-rows';
import { IconChoice } from './icon-choice';
import { InstitutionField } from './institution-field';
import { newServiceOf } from './service-rows';

/** What visitors read of a counter: it stands first where one is edited. */
export const visitorFields: readonly string[] = ['name', 'hint', 'agency'];

/** The fields of a counter. */
export function useCounterRows(counter: AdminCounter): readonly FieldRow<AdminCounter>[] {
  const { t, language } = useTexts();
  const words = useFieldWords();
  const asHall = { empty: t('asHall') };
  return [
    { key: 'name', ...words('name'), max: 60 },
    { key: 'hint', ...words('counters.hint'), max: 24 },
    {
      key: 'agency',
      ...words('counters.agency'),
      control: (field) => <InstitutionField {...field} kept={counter.agency} />,
    },
    { key: 'code', ...words('counters.code'), max: 3, control: CodeControl },
    {
      key: 'group',
      ...words('counters.group'),
      values: Object.fromEntries(counterGroups.map((group) => [group, t(`group.${group}`)])),
    },
    { key: 'zone', ...words('counters.zone') },
    { key: 'icon', ...words('counters.icon'), control: IconChoice },
    {
      key: 'priorityRatio',
      ...settingWords('priorityRatio', language),
      help: t('counters.priorityRatio.help'),
      ...asHall,
    },
    { key: 'waitLimitMinutes', ...settingWords('waitLimitMinutes', language), ...asHall },
    {
      key: 'phoneJoining',
      ...settingWords('phoneJoining', language),
      help: t('counters.phoneJoining.help'),
    },
    { key: 'paused', ...words('paused') },
  ];
}

/** A counter as it is edited and saved; one that is made as the like of another gets services like its. */
export function editedCounter(
  counter: AdminCounter,
  rows: readonly FieldRow<AdminCounter>[],
  likeServices: readonly AdminService[],
  onMade: (counter: AdminCounter) => void,
): EditedRow<AdminCounter> {
  const { id } = counter;
  return {
    draftKey: counterKey(id),
    row: counter,
    rows,
    shapes: fieldShapes.counters,
    load: () => callRoute('adminCounter', { params: { id } }),
    change: (changes, ifVersion) =>
      callRoute('changeCounter', { params: { id }, ifVersion, body: changes as CounterChange }),
    make: async (row, key) => {
      const { id: _none, version, archived, position, soundsLike, unreadable, hint, ...fields } = row;
      const made = await callRoute('makeCounter', {
        key,
        body: { ...fields, ...(hint.id ? { hint } : {}) },
      });
      for (const service of likeServices) {
        // Letters belong to one counter.
        const like = { ...service, counterId: made.id, prefix: null };
        await callRoute('makeService', { key: newKey(), body: newServiceOf(like) });
      }
      return made;
    },
    onMade,
  };
}
