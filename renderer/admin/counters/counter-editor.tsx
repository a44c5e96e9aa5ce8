import { Select, Switch, TextInput } from '@mantine/core';
import type { AdminCounter, CounterChange } from '../../../electron/contract/admin-hall';
import { counterGroups } from '../../../electron/contract/counter-groups';
import type { CounterGroup } from '../../../electron/contract/site';
import { callRoute } from '../../client/api';
import { EditorHead } from '../edit/editor-head';
import styles from '../edit/fields.module.css';
import { LocalizedFields } from '../edit/localized-fields';
import { SaveBar } from '../edit/save-bar';
import { useRowEditor } from '../edit/use-row-editor';
import { WholeNumberField } from '../edit/whole-number-field';
import { useTexts } from '../texts/use-texts';
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
  const { t, local } = useTexts();
  const { id } = counter;
  const { edit, submit, bar } = useRowEditor<AdminCounter>({
    draftKey: `counter:${id}`,
    row: counter,
    names: {
      code: t('counters.code'),
      name: t('name'),
      hint: t('counters.hint'),
      agency: t('counters.agency'),
      group: t('counters.group'),
      icon: t('counters.icon'),
      zone: t('counters.zone'),
      paused: t('paused'),
      priorityRatio: t('hall.priorityRatio'),
      waitLimitMinutes: t('hall.waitLimit'),
      phoneJoining: t('hall.phoneJoining'),
    },
    load: () => callRoute('adminCounter', { params: { id } }),
    change: (changes, ifVersion) =>
      callRoute('changeCounter', { params: { id }, ifVersion, body: changes as CounterChange }),
    make: ({ id: _none, version, archived, position, soundsLike, unreadable, hint, ...fields }, key) =>
      callRoute('makeCounter', { key, body: { ...fields, ...(hint.id ? { hint } : {}) } }),
    onMade: props.onMade,
  });
  const { value, set } = edit;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <EditorHead
        name={local(counter.name)}
        unnamed={t('counters.new')}
        code={counter.code}
        soundsLike={counter.soundsLike}
        unreadable={counter.unreadable}
        archive={id === '' || readOnly ? null : () => callRoute('archiveCounter', { params: { id } })}
        onArchived={props.onArchived}
      />
      <TilePreview counter={value} />
      <div className={styles.fields}>
        <TextInput
          label={t('counters.code')}
          description={t('counters.code.help')}
          required
          withAsterisk={false}
          pattern="[A-Z]{1,2}[0-9]?"
          maxLength={3}
          readOnly={readOnly}
          value={value.code}
          onChange={(event) => set({ code: event.currentTarget.value.toUpperCase() })}
        />
        <Select
          label={t('counters.group')}
          allowDeselect={false}
          readOnly={readOnly}
          data={counterGroups.map((group) => ({ value: group, label: t(`group.${group}`) }))}
          value={value.group}
          onChange={(group) => group && set({ group: group as CounterGroup })}
        />
        <TextInput
          label={t('counters.zone')}
          description={t('counters.zone.help')}
          maxLength={40}
          readOnly={readOnly}
          value={value.zone}
          onChange={(event) => set({ zone: event.currentTarget.value })}
        />
        <InstitutionField
          kept={counter.agency}
          value={value.agency}
          readOnly={readOnly}
          onChange={(agency) => set({ agency })}
        />
      </div>
      <IconChoice value={value.icon} readOnly={readOnly} onChange={(icon) => set({ icon })} />
      <LocalizedFields
        label={t('name')}
        most={60}
        value={value.name}
        readOnly={readOnly}
        onChange={(name) => set({ name })}
      />
      <LocalizedFields
        label={t('counters.hint')}
        help={t('counters.hint.help')}
        most={24}
        value={value.hint}
        readOnly={readOnly}
        onChange={(hint) => set({ hint })}
      />
      <div className={styles.fields}>
        <WholeNumberField
          label={t('hall.priorityRatio')}
          description={t('counters.priorityRatio.help')}
          unit={t('unit.numbers')}
          least={1}
          most={10}
          empty={t('asHall')}
          disabled={readOnly}
          value={value.priorityRatio}
          onChange={(priorityRatio) => set({ priorityRatio })}
        />
        <WholeNumberField
          label={t('hall.waitLimit')}
          description={t('hall.waitLimit.help')}
          unit={t('unit.minutes')}
          least={1}
          most={600}
          empty={t('asHall')}
          disabled={readOnly}
          value={value.waitLimitMinutes}
          onChange={(waitLimitMinutes) => set({ waitLimitMinutes })}
        />
      </div>
      <Switch
        label={t('hall.phoneJoining')}
        description={t('counters.phoneJoining.help')}
        disabled={readOnly}
        checked={value.phoneJoining}
        onChange={(event) => set({ phoneJoining: event.currentTarget.checked })}
      />
      <Switch
        label={t('paused')}
        description={t('paused.help')}
        disabled={readOnly}
        checked={value.paused}
        onChange={(event) => set({ paused: event.currentTarget.checked })}
      />
      {!readOnly && <SaveBar {...bar} />}
    </form>
  );
}
