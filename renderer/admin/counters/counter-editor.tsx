import { useEffectEvent } from 'react';
import type { AdminCounter, AdminService } from '../../../electron/contract/admin-hall';
import { EditForm } from '../edit/edit-form';
import { FieldTable } from '../edit/field-table';
import { useRowEditors } from '../edit/use-row-editor';
import { blankService } from './blank-rows';
import { CounterHead } from './counter-head';
import { editedCounter, useCounterRows, visitorFields } from './counter-rows';
import { ServiceFields } from './service-fields';
import { editedService, useServiceRows } from './service-rows';
import { placeOfServiceFault, ServicesBox, smallFields } from './services-box';
import { type ChosenCounter, useChosenCounter } from './use-chosen-counter';
import { VisitorStrip } from './visitor-strip';

/** A counter with its services, as visitors find it, saved together. */
export function CounterEditor(props: {
  readonly counter: AdminCounter;
  /** Its own. */
  readonly services: readonly AdminService[];
  readonly readOnly: boolean;
}) {
  const { counter, readOnly } = props;
  const isNew = counter.id === '';
  const [chosen, go] = useChosenCounter();
  const editorOf = useRowEditors();
  const counterRows = useCounterRows(counter);
  const serviceRows = useServiceRows(counter.code);
  const own = editorOf(
    editedCounter(counter, counterRows, isNew ? chosen.like : null, ({ id }) => go({ counterId: id })),
  );
  const kept = isNew ? [] : props.services;
  const services = [...kept, ...(chosen.serviceId === '' ? [blankService(counter.id)] : [])].map(
    (service) => ({
      service,
      ...editorOf(editedService(service, serviceRows, ({ id }) => go({ serviceId: id, fields: 'utama' }))),
    }),
  );
  const shown = services.find(({ service }) => service.id === chosen.serviceId) ?? services[0];
  const parts = [own.part, ...services.map(({ part }) => part)];
  const seek = useEffectEvent(() => {
    const next = placeOfFault(own.part.faults, services);
    if (next) go(next);
  });
  const fields = isNew ? 'gerai' : chosen.fields;
  return (
    <EditForm parts={parts} readOnly={readOnly} onSeek={seek}>
      <CounterHead counter={counter} value={own.edit.value} readOnly={readOnly} />
      {fields === 'layanan' && shown ? (
        <ServiceFields editor={shown} rows={serviceRows} counter={counter} readOnly={readOnly} />
      ) : (
        <>
          <VisitorStrip counter={own.edit.value} services={kept} />
          <FieldTable
            {...own.table}
            rows={
              fields === 'gerai' ? counterRows : counterRows.filter(({ key }) => visitorFields.includes(key))
            }
            readOnly={readOnly}
          />
          {fields !== 'gerai' && (
            <ServicesBox
              counter={counter}
              editors={services}
              shown={shown ?? null}
              rows={serviceRows.filter(({ key }) => smallFields.includes(key))}
              readOnly={readOnly}
            />
          )}
        </>
      )}
    </EditForm>
  );
}

/** Where the first field at fault is drawn; null: nowhere else. */
function placeOfFault(
  ofCounter: Readonly<Partial<Record<string, string>>>,
  services: Parameters<typeof placeOfServiceFault>[0],
): Partial<ChosenCounter> | null {
  const paths = Object.keys(ofCounter);
  if (paths.length > 0) {
    return {
      fields: paths.every((path) => visitorFields.includes(path.split('.')[0] ?? '')) ? 'utama' : 'gerai',
    };
  }
  const wrong = placeOfServiceFault(services);
  return wrong && { serviceId: wrong.serviceId, fields: wrong.fields };
}
