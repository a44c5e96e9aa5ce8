import type { AdminCounter, CounterChange } from '../../../electron/contract/admin-hall';
import { counterGroups } from '../../../electron/contract/counter-groups';
import { fieldShapes } from '../../../electron/contract/field-shapes';
import { settingWords } from '../../../electron/contract/setting-words';
import { callRoute } from '../../client/api';
import { CodeControl } from '../edit/controls';
import type { FieldRow } from '../edit/field-row';
import { useFieldWords } from '../edit/use-field-words';
import type { EditedRow } from '../edit/use-row-editor';
import { useTexts } from '../texts';
import { counterKey } from './blank-rows';
import { IconChoice } from './icon-choice';
import { InstitutionField } from './institution-field';

/** What visitors read of a counter: it stands first where one is edited. */
export const visitorFields: readonly string[] = ['name', 'hint', 'agency'];

/** Letters that are seen at once in a field of 340 px. */
const mostInField = 42;

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
      isLong: counter.agency.length > mostInField,
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

/** A counter as it is edited and saved; `like`: one that is made gets services like this one's. */
export function editedCounter(
  counter: AdminCounter,
  rows: readonly FieldRow<AdminCounter>[],
  like: string | null,
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
    make: (row, key) => {
      const { id: _none, version, archived, position, soundsLike, unreadable, hint, ...fields } = row;
      const begun = like === null ? {} : { servicesOf: like };
      return callRoute('makeCounter', {
        key,
        body: { ...fields, ...(hint.id ? { hint } : {}), ...begun },
      });
    },
    onMade,
  };
}
