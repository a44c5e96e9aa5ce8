import { Checkbox, MultiSelect, Select } from '@mantine/core';
import type {
  AdminCounter,
  AdminDesk,
  AdminService,
  DeskChange,
} from '../../../electron/contract/admin-hall';
import { fieldShapes } from '../../../electron/contract/field-shapes';
import { callRoute } from '../../client/api';
import { NumberControl } from '../edit/controls';
import { EditForm } from '../edit/edit-form';
import { EditorHead } from '../edit/editor-head';
import type { ControlProps, FieldRow } from '../edit/field-row';
import { FieldTable } from '../edit/field-table';
import styles from '../edit/fields.module.css';
import { ReachableAddress } from '../edit/reachable-address';
import { useFieldWords } from '../edit/use-field-words';
import { useRowEditor } from '../edit/use-row-editor';
import { useTexts } from '../texts';

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
  const words = useFieldWords();
  const named = counters.map((counter) => ({
    value: counter.id,
    label: `${counter.code}, ${local(counter.name)}`,
  }));
  const othersOf = ({ otherCounterIds }: AdminDesk) =>
    otherCounterIds.filter((each) => counters.some((counter) => counter.id === each));
  const servicesAt = (row: AdminDesk) =>
    [row.counterId, ...othersOf(row)].flatMap((counterId) =>
      props.services.filter((service) => service.counterId === counterId),
    );
  const rows: FieldRow<AdminDesk>[] = [
    {
      key: 'number',
      ...words('desks.number'),
      control: (field) => (
        <NumberControl
          {...field}
          onChange={(typed) => {
            // What is no number is refused before it is sent.
            const number = typed as number;
            // The sign follows the number until it is given words of its own.
            const isOwn = field.row.label !== String(field.value ?? '');
            field.set(isOwn ? { number } : { number, label: String(number ?? '') });
          }}
        />
      ),
    },
    { key: 'label', ...words('desks.label') },
    {
      key: 'counterId',
      ...words('desks.counter'),
      control: (field) => (
        <Select
          label={field.label}
          description={field.help}
          searchable
          allowDeselect={false}
          readOnly={readOnly}
          error={field.error}
          data={named}
          value={field.value}
          onChange={(counterId) =>
            counterId &&
            field.set({
              counterId,
              otherCounterIds: othersOf(field.row).filter((each) => each !== counterId),
              serviceIds: null,
            })
          }
        />
      ),
    },
    {
      key: 'otherCounterIds',
      ...words('desks.otherCounters'),
      control: (field) => (
        <MultiSelect
          label={field.label}
          description={field.help}
          placeholder={othersOf(field.row).length === 0 ? t('desks.otherCounters.none') : ''}
          searchable
          clearable
          selectFirstOptionOnChange
          readOnly={readOnly}
          error={field.error}
          data={named.filter((counter) => counter.value !== field.row.counterId)}
          value={othersOf(field.row)}
          onChange={(otherCounterIds) => field.set({ otherCounterIds, serviceIds: null })}
        />
      ),
    },
    {
      key: 'serviceIds',
      ...words('desks.services'),
      control: (field) => <ServicesControl {...field} here={servicesAt(field.row)} counters={counters} />,
    },
  ];
  const { table, part } = useRowEditor<AdminDesk>({
    draftKey: `desk:${id}`,
    row: desk,
    rows,
    shapes: fieldShapes.desks,
    load: () => callRoute('adminDesk', { params: { id } }),
    change: (changes, ifVersion) =>
      callRoute('changeDesk', { params: { id }, ifVersion, body: changes as DeskChange }),
    make: ({ counterId, otherCounterIds, number, label, serviceIds }, key) =>
      callRoute('makeDesk', { key, body: { counterId, otherCounterIds, number, label, serviceIds } }),
    onMade: props.onMade,
  });
  const { value } = table;
  const here = servicesAt(value);
  const served = value.serviceIds ?? here;
  return (
    <EditForm parts={[part]} readOnly={readOnly}>
      <EditorHead
        name={id === '' ? '' : t('desks.desk', { label: desk.label })}
        unnamed={t('desks.new')}
        code=""
        soundsLike={[]}
        unreadable={desk.unreadable}
        archive={id === '' || readOnly ? null : () => callRoute('archiveDesk', { params: { id } })}
        onArchived={props.onArchived}
      />
      <FieldTable rows={rows} {...table} readOnly={readOnly} />
      {served.length === 0 && here.length > 0 && (
        <p className={styles.warning}>◆ {t('desks.servesNothing')}</p>
      )}
      {id !== '' && (
        <ReachableAddress
          title={t('desks.tablet')}
          help={t('desks.tablet.help')}
          label={t('desks.tablet.address')}
          path={`/survey/desk/${id}`}
        />
      )}
    </EditForm>
  );
}

function ServicesControl(
  props: ControlProps<AdminDesk, AdminDesk['serviceIds']> & {
    readonly here: readonly AdminService[];
    readonly counters: readonly AdminCounter[];
  },
) {
  const { t, local } = useTexts();
  const { here, counters } = props;
  const served = props.value ?? here.map(({ id }) => id);
  const isOfSeveral = new Set(here.map(({ counterId }) => counterId)).size > 1;
  const nameOf = ({ counterId, name }: AdminService) => {
    const code = counters.find(({ id }) => id === counterId)?.code ?? '';
    return isOfSeveral ? `${code}, ${local(name)}` : local(name);
  };
  const serve = (serviceId: string, wanted: boolean) => {
    const ids = here
      .map(({ id }) => id)
      .filter((each) => (each === serviceId ? wanted : served.includes(each)));
    props.onChange(ids.length === here.length ? null : ids);
  };
  return (
    <fieldset className={styles.checks}>
      <legend className={styles.legend}>{props.label}</legend>
      <p className={styles.help}>{props.help}</p>
      {here.map((service) => (
        <Checkbox
          key={service.id}
          label={nameOf(service)}
          disabled={props.readOnly}
          checked={served.includes(service.id)}
          onChange={(event) => serve(service.id, event.currentTarget.checked)}
        />
      ))}
      {here.length === 0 && <p>{t('desks.noServices')}</p>}
    </fieldset>
  );
}
