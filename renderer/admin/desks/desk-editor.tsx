import { Checkbox, MultiSelect, Select, TextInput } from '@mantine/core';
import type {
  AdminCounter,
  AdminDesk,
  AdminService,
  DeskChange,
} from '../../../electron/contract/admin-hall';
import { callRoute } from '../../client/api';
import { EditorHead } from '../edit/editor-head';
import styles from '../edit/fields.module.css';
import { SaveBar } from '../edit/save-bar';
import { useRowEditor } from '../edit/use-row-editor';
import { WholeNumberField } from '../edit/whole-number-field';
import { useTexts } from '../texts/use-texts';
import { TabletAddress } from './tablet-address';

/** A desk's number, what stands on its sign, its counter and what is served there. */
export function DeskEditor(props: {
  readonly desk: AdminDesk;
  readonly counters: readonly AdminCounter[];
  readonly services: readonly AdminService[];
  readonly readOnly: boolean;
  readonly onMade: (desk: AdminDesk) => void;
  readonly onArchived: () => void;
}) {
  const { desk, counters, readOnly } = props;
  const { t, local } = useTexts();
  const { id } = desk;
  const { edit, submit, bar } = useRowEditor<AdminDesk>({
    draftKey: `desk:${id}`,
    row: desk,
    names: {
      number: t('desks.number'),
      label: t('desks.label'),
      counterId: t('desks.counter'),
      otherCounterIds: t('desks.otherCounters'),
      serviceIds: t('desks.services'),
    },
    load: () => callRoute('adminDesk', { params: { id } }),
    change: (changes, ifVersion) =>
      callRoute('changeDesk', { params: { id }, ifVersion, body: changes as DeskChange }),
    make: ({ counterId, otherCounterIds, number, label, serviceIds }, key) =>
      callRoute('makeDesk', { key, body: { counterId, otherCounterIds, number, label, serviceIds } }),
    onMade: props.onMade,
  });
  const { value, set } = edit;
  const others = value.otherCounterIds.filter((each) => counters.some((counter) => counter.id === each));
  const ownCounters = [value.counterId, ...others];
  const here = ownCounters.flatMap((counterId) =>
    props.services.filter((service) => service.counterId === counterId),
  );
  const served = value.serviceIds ?? here.map((service) => service.id);
  const codeOf = (counterId: string) => counters.find((counter) => counter.id === counterId)?.code ?? '';
  const serve = (serviceId: string, wanted: boolean) => {
    const ids = here
      .map((service) => service.id)
      .filter((each) => (each === serviceId ? wanted : served.includes(each)));
    set({ serviceIds: ids.length === here.length ? null : ids });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <EditorHead
        name={id === '' ? '' : t('desks.desk', { label: desk.label })}
        unnamed={t('desks.new')}
        code=""
        soundsLike={[]}
        unreadable={desk.unreadable}
        archive={id === '' || readOnly ? null : () => callRoute('archiveDesk', { params: { id } })}
        onArchived={props.onArchived}
      />
      <div className={styles.fields}>
        <WholeNumberField
          label={t('desks.number')}
          description={t('desks.number.help')}
          unit=""
          least={1}
          most={999}
          disabled={readOnly}
          value={value.number}
          onChange={(number) => {
            if (number === null) return;
            // The sign follows the number until it is given words of its own.
            set(value.label === String(value.number) ? { number, label: String(number) } : { number });
          }}
        />
        <TextInput
          label={t('desks.label')}
          description={t('desks.label.help')}
          required
          withAsterisk={false}
          maxLength={10}
          readOnly={readOnly}
          value={value.label}
          onChange={(event) => set({ label: event.currentTarget.value })}
        />
        <Select
          label={t('desks.counter')}
          description={t('desks.counter.help')}
          searchable
          allowDeselect={false}
          readOnly={readOnly}
          data={counters.map((counter) => ({
            value: counter.id,
            label: `${counter.code}, ${local(counter.name)}`,
          }))}
          value={value.counterId}
          onChange={(counterId) =>
            counterId &&
            set({
              counterId,
              otherCounterIds: others.filter((each) => each !== counterId),
              serviceIds: null,
            })
          }
        />
        <MultiSelect
          className={styles.wide}
          label={t('desks.otherCounters')}
          description={t('desks.otherCounters.help')}
          placeholder={others.length === 0 ? t('desks.otherCounters.none') : ''}
          searchable
          clearable
          selectFirstOptionOnChange
          readOnly={readOnly}
          data={counters
            .filter((counter) => counter.id !== value.counterId)
            .map((counter) => ({ value: counter.id, label: `${counter.code}, ${local(counter.name)}` }))}
          value={others}
          onChange={(otherCounterIds) => set({ otherCounterIds, serviceIds: null })}
        />
      </div>
      <fieldset className={styles.fields}>
        <legend className={styles.legend}>
          {t('desks.services')} <span className={styles.help}>{t('desks.services.help')}</span>
        </legend>
        {here.map((service) => (
          <Checkbox
            key={service.id}
            label={
              others.length > 0 ? `${codeOf(service.counterId)}, ${local(service.name)}` : local(service.name)
            }
            disabled={readOnly}
            checked={served.includes(service.id)}
            onChange={(event) => serve(service.id, event.currentTarget.checked)}
          />
        ))}
        {here.length === 0 && <p>{t('desks.noServices')}</p>}
      </fieldset>
      {served.length === 0 && here.length > 0 && (
        <p className={styles.warning}>◆ {t('desks.servesNothing')}</p>
      )}
      {id !== '' && <TabletAddress deskId={id} />}
      {!readOnly && <SaveBar {...bar} />}
    </form>
  );
}
