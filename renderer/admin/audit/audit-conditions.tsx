import { Select, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import { actNames, acts } from '../../../electron/contract/history/act-names';
import { useRoute } from '../../client/use-route';
import { DateField } from '../../ui/office/date-field';
import recordStyles from '../records/records-page.module.css';
import { useTexts } from '../texts';
import { conditionFields, isTypedAddress, isTypedNumber, knowsItsPart, type Wanted } from './conditions';

/** The fields by which acts are looked for: what people ask about first stands first. */
export function AuditConditions({
  wanted,
  onChange: set,
}: {
  readonly wanted: Wanted;
  readonly onChange: (fields: Partial<Wanted>) => void;
}) {
  const { t, language } = useTexts();
  const { data: people = [] } = useRoute('users');
  const named = useMemo(() => {
    const { compare } = new Intl.Collator(language);
    return acts
      .map((value) => ({ value, label: actNames.in(language)(value) }))
      .sort((one, other) => compare(one.label, other.label));
  }, [language]);
  return (
    <div className={recordStyles.tools}>
      <TextInput
        type="search"
        label={t('audit.number')}
        placeholder="K-027"
        w={140}
        maxLength={12}
        value={wanted.number}
        error={isTypedNumber(wanted.number) ? null : t('audit.number.rule')}
        onChange={(event) => set({ number: event.currentTarget.value })}
      />
      <Select
        label={t('audit.who')}
        placeholder={t('audit.everybody')}
        searchable
        clearable
        w={200}
        data={people.map(({ id, displayName }) => ({ value: id, label: displayName }))}
        value={wanted.userId || null}
        onChange={(userId) => set({ userId: userId ?? '' })}
      />
      <Select
        label={t('audit.act')}
        placeholder={t('audit.anyAct')}
        searchable
        clearable
        w={260}
        data={named}
        value={wanted.action || null}
        onChange={(action) => set({ action: action ?? '' })}
      />
      <DateField optional label={t('audit.from')} value={wanted.from} onChange={(from) => set({ from })} />
      <DateField optional label={t('audit.to')} value={wanted.to} onChange={(to) => set({ to })} />
      <Select
        label={t('audit.part')}
        allowDeselect={false}
        w={190}
        data={conditionFields.part.map((part) => ({
          value: part,
          label: t(`audit.part.${part}`),
        }))}
        disabled={knowsItsPart(wanted)}
        value={knowsItsPart(wanted) ? 'all' : wanted.part}
        onChange={(part) => part && set({ part: part as Wanted['part'] })}
      />
      <TextInput
        type="search"
        label={t('audit.address')}
        placeholder="192.168.1.20"
        w={170}
        maxLength={45}
        value={wanted.address}
        error={isTypedAddress(wanted.address) ? null : t('audit.address.rule')}
        onChange={(event) => set({ address: event.currentTarget.value })}
      />
      <TextInput
        type="search"
        label={t('audit.text')}
        maxLength={80}
        value={wanted.text}
        onChange={(event) => set({ text: event.currentTarget.value })}
      />
    </div>
  );
}
