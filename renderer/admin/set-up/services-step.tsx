import { Button, Select } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useEffectEvent } from 'react';
import type { AdminCounter, AdminService } from '../../../electron/contract/admin-hall';
import { counterGroups } from '../../../electron/contract/counter-groups';
import { useRoute } from '../../client/use-route';
import { useDraftStore } from '../../ui/office/drafts';
import { NotYet } from '../../ui/office/not-yet';
import { blankService, serviceKey } from '../counters/blank-rows';
import { ServiceFields } from '../counters/service-fields';
import { editedService, useServiceRows } from '../counters/service-rows';
import { placeOfServiceFault, ServicesBox, smallFields } from '../counters/services-box';
import { useChosenCounter } from '../counters/use-chosen-counter';
import { useRowEditors } from '../edit/use-row-editor';
import { useTexts } from '../texts';
import styles from './set-up-section.module.css';
import { StepForm } from './step-form';
import type { StepProps } from './step-props';

/** What is asked for at each counter, a counter at a time; those that have nothing yet are named first. */
export function ServicesStep(step: StepProps) {
  const counters = useRoute('adminCounters');
  const { data: services } = useRoute('adminServices');
  const { t } = useTexts();
  if (!counters.data || !services) {
    return (
      <StepForm way={step.way}>
        <NotYet answer={counters} />
      </StepForm>
    );
  }
  const all = counters.data;
  const ordered = counterGroups.flatMap((group) => all.filter((counter) => counter.group === group));
  if (ordered.length === 0) {
    return (
      <StepForm way={step.way} without={t('setUp.skip')}>
        <p>
          {t('services.noCounter')}{' '}
          <button type="button" className={styles.link} onClick={() => step.goTo('counters')}>
            {t('setUp.counters')}
          </button>
        </p>
      </StepForm>
    );
  }
  return <Services {...step} counters={ordered} services={services} />;
}

function Services({
  way,
  counters,
  services,
}: StepProps & { readonly counters: readonly AdminCounter[]; readonly services: readonly AdminService[] }) {
  const { t, local } = useTexts();
  const [chosen, go] = useChosenCounter();
  const { drafts } = useDraftStore();
  const editorOf = useRowEditors();
  const found = counters.findIndex(({ id }) => id === chosen.counterId);
  const at = Math.max(0, found);
  const counter = counters[at] as AdminCounter;
  const rows = useServiceRows(counter.code);
  const edit = (service: AdminService) => ({
    service,
    ...editorOf(editedService(service, rows, ({ id }) => go({ serviceId: id, fields: 'utama' }))),
  });
  const isKept = ({ counterId, id }: AdminService) => serviceKey(counterId, id) in drafts;
  const own = [
    ...services.filter(({ counterId }) => counterId === counter.id),
    ...(chosen.serviceId === '' ? [blankService(counter.id)] : []),
  ].map(edit);
  // What was typed at the counters before is saved by going on, too.
  const others = counters
    .filter(({ id }) => id !== counter.id || chosen.serviceId !== '')
    .flatMap(({ id }) => [
      ...(id === counter.id ? [] : services.filter(({ counterId }) => counterId === id)),
      blankService(id),
    ])
    .filter(isKept)
    .map(edit);
  const editors = [...own, ...others];
  const seek = useEffectEvent(() => {
    const wrong = placeOfServiceFault(editors);
    if (wrong) go({ counterId: wrong.counterId, serviceId: wrong.serviceId, fields: wrong.fields });
  });
  const shown = own.find(({ service }) => service.id === chosen.serviceId) ?? own[0];
  const counterAt = (index: number) => counters[index]?.id ?? null;
  const without = counters.filter(({ id }) => !services.some(({ counterId }) => counterId === id));
  return (
    <StepForm way={way} parts={editors.map(({ part }) => part)} onSeek={seek}>
      <p role="status">
        {t('setUp.services.count', { services: services.length, counters: counters.length })}
      </p>
      {without.length > 0 && (
        <p className={styles.row}>
          <span className={styles.warning}>◆ {t('setUp.services.without')}</span>
          {without.map(({ id, code, name }) => (
            <button
              key={id}
              type="button"
              className={styles.link}
              onClick={() => go({ counterId: id, serviceId: '', fields: 'layanan' })}
            >
              {code}, {local(name)}
            </button>
          ))}
        </p>
      )}
      <div className={styles.row}>
        <Select
          className={styles.grow ?? ''}
          aria-label={t('section.counters')}
          searchable
          selectFirstOptionOnChange
          allowDeselect={false}
          data={counters.map(({ id, code, name }) => ({ value: id, label: `${code}, ${local(name)}` }))}
          value={counter.id}
          onChange={(id) => id && go({ counterId: id })}
        />
        <Button
          variant="default"
          aria-label={t('setUp.services.before')}
          disabled={at === 0}
          onClick={() => go({ counterId: counterAt(at - 1) })}
        >
          <IconChevronLeft size={18} aria-hidden />
        </Button>
        <Button
          variant="default"
          aria-label={t('setUp.services.after')}
          disabled={at === counters.length - 1}
          onClick={() => go({ counterId: counterAt(at + 1) })}
        >
          <IconChevronRight size={18} aria-hidden />
        </Button>
      </div>
      {chosen.fields === 'layanan' && shown ? (
        <ServiceFields editor={shown} rows={rows} counter={counter} readOnly={false} />
      ) : (
        <ServicesBox
          counter={counter}
          editors={own}
          shown={shown ?? null}
          rows={rows.filter(({ key }) => smallFields.includes(key))}
          readOnly={false}
          withHours={false}
        />
      )}
    </StepForm>
  );
}
