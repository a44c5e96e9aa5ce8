import type { AdminCounter, CounterChange } from '../../../electron/contract/admin-hall';
import { counterGroups } from '../../../electron/contract/counter-groups';
import { fieldShapes } from '../../../electron/contract/field-shapes';
import { settingWords } from '../../../electron/contract/setting-words';
import { callRoute } from '../../client/api';
import { CodeControl } from '../edit/controls';
import { EditForm } from '../edit/edit-form';
import { EditorHead } from '../edit/editor-head';
import type { FieldRow } from '../edit/field-row';
import { FieldTable } from '../edit/field-table';
import { useFieldWords } from '../edit/use-field-words';
import { useRowEditor } from '../edit/use-row-editor';
import { useTexts } from '../texts';
import { IconChoice } from './icon-choice';
import { InstitutionField } from './institution-field';
import { TilePreview } from './tile-preview';

/** A counter's letter, names, group and place. */
export function CounterEditor(props: {
  readonly counter: AdminCounter;
  readonly readOnly: boolean;
  readonly onMade: (counter: AdminCounter) => void;
  readonly onArchived: () => void;
}) {
  const { counter, readOnly } = props;
  const { t, local, language } = useTexts();
  const { id } = counter;
  const words = useFieldWords();
  const asHall = { empty: t('asHall') };
  const rows: FieldRow<AdminCounter>[] = [
    { key: 'code', ...words('counters.code'), max: 3, control: CodeControl },
    {
      key: 'group',
      ...words('counters.group'),
      values: Object.fromEntries(counterGroups.map((group) => [group, t(`group.${group}`)])),
    },
    { key: 'zone', ...words('counters.zone') },
    {
      key: 'agency',
      ...words('counters.agency'),
      control: (field) => <InstitutionField {...field} kept={counter.agency} />,
    },
    { key: 'icon', ...words('counters.icon'), control: IconChoice },
    { key: 'name', ...words('name'), max: 60 },
    { key: 'hint', ...words('counters.hint'), max: 24 },
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
  const { table, part } = useRowEditor<AdminCounter>({
    draftKey: `counter:${id}`,
    row: counter,
    rows,
    shapes: fieldShapes.counters,
    load: () => callRoute('adminCounter', { params: { id } }),
    change: (changes, ifVersion) =>
      callRoute('changeCounter', { params: { id }, ifVersion, body: changes as CounterChange }),
    make: ({ id: _none, version, archived, position, soundsLike, unreadable, hint, ...fields }, key) =>
      callRoute('makeCounter', { key, body: { ...fields, ...(hint.id ? { hint } : {}) } }),
    onMade: props.onMade,
  });
  return (
    <EditForm parts={[part]} readOnly={readOnly}>
      <EditorHead
        name={local(counter.name)}
        unnamed={t('counters.new')}
        code={counter.code}
        soundsLike={counter.soundsLike}
        unreadable={counter.unreadable}
        archive={id === '' || readOnly ? null : () => callRoute('archiveCounter', { params: { id } })}
        onArchived={props.onArchived}
      />
      <TilePreview counter={table.value} />
      <FieldTable rows={rows} {...table} readOnly={readOnly} />
    </EditForm>
  );
}
