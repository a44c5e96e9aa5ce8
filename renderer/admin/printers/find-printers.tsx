import { Button, Progress, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { AdminPrinter } from '../../../electron/contract/printers';
import { FormError } from '../../ui/office/form-error';
import { useTexts } from '../texts';
import { FoundPrinterCard } from './found-printer';
import styles from './printers.module.css';
import { fromFound } from './unsaved-printer';
import { type PrinterSearchState, usePrinterSearch } from './use-printer-search';

/** Looks for printers, attached and at the addresses that were typed, and lists what answers as it is found. */
export function FindPrinters(props: {
  /** The kiosk at whose machine to look. */
  readonly deviceId: string;
  /** The kiosk's printers: those are used already. */
  readonly kept: readonly AdminPrinter[];
  readonly onUse: (printer: AdminPrinter) => void;
}) {
  const { t } = useTexts();
  const [addresses, setAddresses] = useState('');
  const { state, search } = usePrinterSearch(props.deviceId);
  return (
    <section className={styles.find}>
      <header>
        <h2>{t('printers.find')}</h2>
        <p>{t('printers.find.help')}</p>
      </header>
      <form
        className={styles.search}
        onSubmit={(event) => {
          event.preventDefault();
          if (!state?.isRunning) void search(addresses);
        }}
      >
        <TextInput
          label={t('printers.addresses')}
          description={
            <>
              {t('printers.addresses.help')} <span className={styles.whole}>192.168.1.1-254</span>
            </>
          }
          value={addresses}
          onChange={(event) => setAddresses(event.currentTarget.value)}
        />
        <Button
          type="submit"
          loading={state?.isRunning ?? false}
          leftSection={<IconSearch size={18} aria-hidden />}
        >
          {t('printers.find')}
        </Button>
      </form>
      {state && <Searched state={state} />}
      {state && state.printers.length > 0 && (
        <ul className={styles.found}>
          {state.printers.map((found) => (
            <FoundPrinterCard
              key={found.target}
              found={found}
              kept={props.kept.find(({ target }) => target === found.target) ?? null}
              onUse={() =>
                props.onUse({ ...fromFound(found, t('printers.unnamed')), deviceId: props.deviceId })
              }
            />
          ))}
        </ul>
      )}
    </section>
  );
}

/** How far the search is, and how it ended. */
function Searched({ state }: { readonly state: PrinterSearchState }) {
  const { t } = useTexts();
  const { step, asked, addresses, printers, error } = state;
  const steps = addresses + 1;
  const done = asked + (step?.addresses === 0 ? 0 : 1);
  return (
    <>
      <div role="status" className={styles.searched}>
        {step?.addresses === 0 && <p>{t('printers.finding.attached')}</p>}
        {step && step.addresses > 0 && <p>{t('printers.finding.network', { asked, addresses })}</p>}
        {!state.isRunning && !error && printers.length === 0 && <p>{t('printers.none')}</p>}
        {!state.isRunning && printers.length > 0 && <p>{t('printers.found', { count: printers.length })}</p>}
        {state.unsearched.map((kind) => (
          <p key={kind}>{t(`printers.unsearched.${kind}`)}</p>
        ))}
      </div>
      {step && (
        <Progress value={(done / steps) * 100} aria-label={t('printers.finding.progress')} color="tosca" />
      )}
      <FormError error={error} />
    </>
  );
}
