import { Button, TextInput } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { QrCode } from '../../ui/qr-code';
import { useSettings } from '../edit/use-settings';
import { useTexts } from '../texts';
import styles from './tablet-address.module.css';

const loopback = /^(localhost|127\.[0-9.]+|\[::1\])$/;

/** Where a tablet at a desk finds the survey of who was served there: to scan with the tablet, to copy, to type. */
export function TabletAddress({ deskId }: { readonly deskId: string }) {
  const { t } = useTexts();
  const { data: settings } = useSettings();
  const field = useRef<HTMLInputElement>(null);
  const [isCopied, setIsCopied] = useState(false);
  // Read at the hall's own machine, this page's address leads a tablet to itself.
  const isHere = loopback.test(location.hostname);
  const origin = (isHere && settings?.publicUrl?.replace(/\/+$/, '')) || location.origin;
  const address = `${origin}/survey/desk/${deskId}`;
  const copy = () => {
    field.current?.select();
    // The newer way to copy is only there by https, which a hall's network has none of.
    setIsCopied(document.execCommand('copy'));
  };
  return (
    <section className={styles.tablet} aria-label={t('desks.tablet')}>
      <div className={styles.words}>
        <h3>{t('desks.tablet')}</h3>
        <p>{t('desks.tablet.help')}</p>
        <div className={styles.row}>
          <TextInput
            ref={field}
            className={styles.address}
            label={t('desks.tablet.address')}
            readOnly
            value={address}
            onFocus={(event) => event.currentTarget.select()}
          />
          <Button variant="default" leftSection={<IconCopy size={18} aria-hidden />} onClick={copy}>
            {t('desks.tablet.copy')}
          </Button>
        </div>
        <p role="status">{isCopied && t('desks.tablet.copied')}</p>
        {loopback.test(new URL(address).hostname) && (
          <p className={styles.warning}>◆ {t('desks.tablet.unreachable')}</p>
        )}
      </div>
      <QrCode text={address} size={132} />
    </section>
  );
}
