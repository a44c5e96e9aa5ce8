import { Button, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CentreLink } from '../../../electron/contract/admin-centre';
import { callRoute } from '../../client/api';
import { refreshBelow } from '../../client/use-route';
import { FormError } from '../../ui/office/form-error';
import { useMoment } from '../records/use-moment';
import { useTexts } from '../texts';
import styles from './centre.module.css';

/** The hall is linked with no centre: it asks one by its address, and then shows the code to be read out. */
export function AskTheCentre({ state: { asked, journal } }: { readonly state: CentreLink }) {
  const { t } = useTexts();
  return (
    <section className={styles.card} aria-labelledby="ask">
      <h2 id="ask">{t(asked ? 'centre.asking' : 'centre.none')}</h2>
      {journal?.needsLink && (
        <p className={styles.warning}>
          <IconAlertTriangle size={20} aria-hidden /> <span>{t('centre.needsLink')}</span>
        </p>
      )}
      {asked ? <Asked asked={asked} /> : <Address />}
    </section>
  );
}

function Address() {
  const { t } = useTexts();
  const queries = useQueryClient();
  const [typed, setTyped] = useState('');
  const ask = useMutation({
    mutationFn: () => callRoute('askCentre', { body: { url: withScheme(typed) } }),
    onSuccess: () => refreshBelow(queries, '/admin/centre'),
  });
  return (
    <>
      <p className={styles.help}>{t('centre.none.help')}</p>
      <form
        className={styles.ask}
        onSubmit={(event) => {
          event.preventDefault();
          ask.mutate();
        }}
      >
        <TextInput
          className={styles.address}
          label={t('centre.address')}
          placeholder="https://pusat.kabupaten.go.id"
          inputMode="url"
          autoComplete="off"
          required
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button type="submit" loading={ask.isPending}>
          {t('centre.ask')}
        </Button>
      </form>
      <FormError error={ask.error} />
    </>
  );
}

function Asked({ asked }: { readonly asked: NonNullable<CentreLink['asked']> }) {
  const { t } = useTexts();
  const moment = useMoment();
  const queries = useQueryClient();
  const stop = useMutation({
    mutationFn: () => callRoute('stopAskingCentre'),
    onSuccess: () => refreshBelow(queries, '/admin/centre'),
  });
  const { code, fault, expiresAt } = asked;
  return (
    <>
      {code && (
        <>
          <p className={styles.help}>{t('centre.readOut', { url: asked.url })}</p>
          <p className={styles.code} data-testid="centre-code">
            {code}
          </p>
          {expiresAt && <p className={styles.help}>{t('centre.codeUntil', { when: moment(expiresAt) })}</p>}
        </>
      )}
      {!code && !fault && <p role="status">{t('centre.reaching', { url: asked.url })}</p>}
      {fault && (
        <p className={styles.fault} role="status">
          <IconAlertTriangle size={20} aria-hidden /> <span>{t(`centre.asked.${fault}`)}</span>
        </p>
      )}
      <FormError error={stop.error} />
      <div>
        <Button variant="default" loading={stop.isPending} onClick={() => stop.mutate()}>
          {t(fault === 'refused' ? 'centre.askAgain' : 'cancel')}
        </Button>
      </div>
    </>
  );
}

/** An address as people type it: `pusat.kabupaten.go.id`. */
function withScheme(typed: string): string {
  const bare = typed.trim();
  return /^[a-z]+:\/\//i.test(bare) ? bare : `https://${bare}`;
}
