import { Button, Textarea } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useRoute } from '../../client/use-route';
import { QrCode } from '../../ui/qr-code';
import { useTexts } from '../texts';
import styles from './reachable-address.module.css';
import { useSettings } from './use-settings';

const loopback = /^(localhost|127\.[0-9.]+|\[::1\])$/;

/** Where another machine finds a page of this hall: to scan, to copy, to type; and what is missing while it can't. */
export function ReachableAddress(props: {
  readonly title: string;
  readonly help?: string;
  /** What the field is called. */
  readonly label: string;
  readonly path: string;
}) {
  const { t } = useTexts();
  const { data: settings } = useSettings();
  const { data: health } = useRoute('machineHealth');
  const field = useRef<HTMLTextAreaElement>(null);
  const [isCopied, setIsCopied] = useState(false);
  // Read at the hall's own machine, this page's address leads others to themselves.
  const isHere = loopback.test(location.hostname);
  const origin = (isHere && settings?.publicUrl?.replace(/\/+$/, '')) || location.origin;
  const address = `${origin}${props.path}`;
  const unreachable =
    loopback.test(new URL(address).hostname) || (isHere && health?.network === 'closed')
      ? 'address.unreachable'
      : isHere && health?.network === 'atNextStart'
        ? 'address.atNextStart'
        : null;
  const copy = () => {
    field.current?.select();
    // The newer way to copy is only there by https, which a hall's network has none of.
    setIsCopied(document.execCommand('copy'));
  };
  return (
    <section className={styles.tablet} aria-label={props.title}>
      <div className={styles.words}>
        <h3>{props.title}</h3>
        {props.help && <p>{props.help}</p>}
        <div className={styles.row}>
          {/* On a television it is typed, so all of it is seen. */}
          <Textarea
            ref={field}
            className={styles.address ?? ''}
            autosize
            label={props.label}
            readOnly
            value={address}
            onFocus={(event) => event.currentTarget.select()}
          />
          <Button variant="default" leftSection={<IconCopy size={18} aria-hidden />} onClick={copy}>
            {t('address.copy')}
          </Button>
        </div>
        <p role="status">{isCopied && t('address.copied')}</p>
        {unreachable && <p className={styles.warning}>◆ {t(unreachable)}</p>}
      </div>
      <QrCode text={address} size={132} />
    </section>
  );
}
