import { Button, NumberInput, Select, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { mostPaperNumbers } from '../../../electron/contract/admin-paper';
import { callRoute, newKey } from '../../client/api';
import { refreshBelow, useRoute } from '../../client/use-route';
import { DateField } from '../../ui/office/date-field';
import { faultOf } from '../../ui/office/fault-line';
import { FormError } from '../../ui/office/form-error';
import { useOffice } from '../../ui/office/frame/office-context';
import { useToast } from '../../ui/office/toast';
import cardStyles from '../backups/backups.module.css';
import { parseTime } from '../edit/time-field';
import { useTexts } from '../texts';
import styles from './paper.module.css';

type Number = number | string;
interface Typed {
  readonly from: Number;
  readonly to: Number;
  readonly served: Number;
  readonly noShow: Number;
  readonly firstAt: string;
  readonly lastAt: string;
}
const fields = ['date', 'serviceId', 'from', 'to', 'served', 'noShow', 'firstAt', 'lastAt'];
const nothing: Typed = { from: '', to: '', served: '', noShow: 0, firstAt: '', lastAt: '' };

/** Types in a block of numbers from a sheet; the date and service stay for the next block. */
export function PaperForm() {
  const { t, local } = useTexts();
  const { site } = useOffice();
  const say = useToast();
  const queries = useQueryClient();
  const { data: counters } = useRoute('adminCounters');
  const { data: services } = useRoute('adminServices');
  const [date, setDate] = useState(site.businessDate);
  const [serviceId, setServiceId] = useState<string | null>(null);
  const [typed, setTyped] = useState(nothing);
  const [key, setKey] = useState(newKey);
  const save = useMutation({
    mutationFn: () =>
      callRoute('typePaper', {
        key,
        body: {
          date,
          serviceId: serviceId ?? '',
          from: Number(typed.from),
          to: Number(typed.to),
          served: Number(typed.served),
          noShow: Number(typed.noShow),
          firstAt: asTime(typed.firstAt),
          lastAt: asTime(typed.lastAt),
        },
      }),
    onSuccess: async () => {
      say(t('paper.saved'));
      setTyped(nothing);
      await refreshBelow(queries, '/admin/paper');
    },
    onSettled: () => setKey(newKey()),
  });
  const set = (changed: Partial<Typed>) => setTyped((before) => ({ ...before, ...changed }));
  const number = (field: 'from' | 'to' | 'served' | 'noShow', least: 0 | 1) => (
    <NumberInput
      label={t(`paper.${field}`)}
      required
      withAsterisk={false}
      min={least}
      max={mostPaperNumbers}
      allowDecimal={false}
      hideControls
      value={typed[field]}
      error={faultOf(save.error, field)}
      onChange={(value) => set({ [field]: value })}
    />
  );
  const time = (field: 'firstAt' | 'lastAt') => (
    <TextInput
      label={t(`paper.${field}`)}
      required
      withAsterisk={false}
      inputMode="decimal"
      placeholder="08.00"
      autoComplete="off"
      value={typed[field]}
      error={faultOf(save.error, field)}
      onChange={(event) => set({ [field]: event.currentTarget.value })}
    />
  );
  return (
    <section className={cardStyles.card} aria-labelledby="paper-form">
      <div className={cardStyles.head}>
        <h2 id="paper-form">{t('paper.form')}</h2>
      </div>
      <p className={cardStyles.help}>{t('paper.form.help')}</p>
      <form
        className={cardStyles.body}
        onSubmit={(event) => {
          event.preventDefault();
          if (!save.isPending) save.mutate();
        }}
      >
        {/* A field that is at fault says so itself. */}
        <FormError error={fields.some((field) => faultOf(save.error, field)) ? null : save.error} />
        <div className={styles.fields}>
          <DateField label={t('paper.date')} value={date} onChange={setDate} />
          <Select
            label={t('paper.service')}
            required
            withAsterisk={false}
            searchable
            w={380}
            maw="100%"
            value={serviceId}
            error={faultOf(save.error, 'serviceId')}
            data={(counters ?? []).map((counter) => ({
              group: `${counter.code}, ${local(counter.name)}`,
              items: (services ?? [])
                .filter((service) => service.counterId === counter.id)
                .map((service) => ({ value: service.id, label: `${counter.code}: ${local(service.name)}` })),
            }))}
            onChange={setServiceId}
          />
        </div>
        {faultOf(save.error, 'date') && <p className={cardStyles.warning}>{faultOf(save.error, 'date')}</p>}
        <div className={styles.fields}>
          {number('from', 1)}
          {number('to', 1)}
          {number('served', 0)}
          {number('noShow', 0)}
          {time('firstAt')}
          {time('lastAt')}
        </div>
        <div>
          <Button type="submit" loading={save.isPending} disabled={serviceId === null}>
            {t('paper.save')}
          </Button>
        </div>
      </form>
    </section>
  );
}

/** `8.15` → `08:15`; what is no time is left for the server to refuse by its field. */
function asTime(text: string): string {
  const minutes = parseTime(text);
  if (minutes === null) return text;
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
