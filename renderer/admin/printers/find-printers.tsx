import { Button, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { AdminPrinter, FoundPrinter } from '../../../electron/contract/printers';
import { callRoute } from '../../client/api';
import { FormError } from '../../ui/office/form-error';
import { printerWords } from '../../ui/office/printer-texts';
import { PrinterPicture } from '../../ui/printer-picture';
import { useTexts } from '../texts/use-texts';
import styles from './printers.module.css';
import { fromFound } from './unsaved-printer';

/** Looks for printers, attached and at the addresses that were typed, and lists what answers. */
export function FindPrinters({ onUse }: { readonly onUse: (printer: AdminPrinter) => void }) {
  const { t } = useTexts();
  const [addresses, setAddresses] = useState('');
  const find = useMutation({
    mutationFn: () =>
      callRoute('findPrinters', { body: { addresses: addresses.split(/[\s,]+/).filter(Boolean) } }),
  });
  return (
    <section className={styles.find}>
      <form
        className={styles.search}
        onSubmit={(event) => {
          event.preventDefault();
          if (!find.isPending) find.mutate();
        }}
      >
        <TextInput
          label={t('printers.addresses')}
          description={t('printers.addresses.help')}
          value={addresses}
          onChange={(event) => setAddresses(event.currentTarget.value)}
        />
        <Button type="submit" loading={find.isPending} leftSection={<IconSearch size={18} aria-hidden />}>
          {t('printers.find')}
        </Button>
      </form>
      <FormError error={find.error} />
      <div role="status">
        {find.isPending && <p>{t('printers.finding')}</p>}
        {find.data?.printers.length === 0 && <p>{t('printers.none')}</p>}
        {find.data?.unsearched.map((kind) => (
          <p key={kind}>{t(`printers.unsearched.${kind}`)}</p>
        ))}
      </div>
      {find.data && find.data.printers.length > 0 && (
        <ul className={styles.found}>
          {find.data.printers.map((found) => (
            <Found
              key={found.target}
              found={found}
              onUse={() => onUse(fromFound(found, t('printers.unnamed')))}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

function Found({ found, onUse }: { readonly found: FoundPrinter; readonly onUse: () => void }) {
  const { t, language } = useTexts();
  const cause = found.status?.cause ?? null;
  const name = [found.maker, found.model].filter(Boolean).join(' ') || t(`printers.kind.${found.kind}`);
  return (
    <li>
      <PrinterPicture className={styles.foundPicture} cause={cause} />
      <span>
        <strong>{name}</strong>
        <span className={styles.address}>
          {t(`printers.kind.${found.kind}`)}, {found.target}
        </span>
        {cause && <span>{printerWords(language, cause).name}</span>}
      </span>
      {found.usedAs === null ? (
        <Button size="sm" aria-label={`${t('printers.use')} ${name}`} onClick={onUse}>
          {t('printers.use')}
        </Button>
      ) : (
        <span>{t('printers.usedAs', { name: found.usedAs })}</span>
      )}
    </li>
  );
}
