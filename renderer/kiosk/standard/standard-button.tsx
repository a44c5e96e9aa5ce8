import { IconFileCertificate } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { PublicStandard } from '../../../electron/contract/standards';
import { callRoute, Refused, Unreachable } from '../../client/api';
import { PressButton } from '../press-button';
import { useTexts } from '../texts';
import styles from './standard-button.module.css';
import { standardTexts } from './standard-texts';

/** The way to a service's standard; nothing where the hall shows none at its kiosks. */
export function StandardButton({
  serviceId,
  open,
}: {
  readonly serviceId: string;
  readonly open: (standard: PublicStandard) => void;
}) {
  const { language } = useTexts();
  const [standard, setStandard] = useState<PublicStandard | null>(null);
  useEffect(() => {
    const abandoned = new AbortController();
    setStandard(null);
    callRoute('publicStandard', {
      params: { id: serviceId },
      query: { on: 'kiosk' },
      signal: abandoned.signal,
    }).then(setStandard, (error: unknown) => {
      // Without an answer there is nothing to read; the number can be taken all the same.
      if (!(error instanceof Unreachable || error instanceof Refused)) throw error;
    });
    return () => abandoned.abort();
  }, [serviceId]);
  if (standard?.id !== serviceId) return null;
  return (
    <PressButton className={styles.button} onPress={() => open(standard)}>
      <IconFileCertificate stroke={2} aria-hidden="true" />
      {standardTexts.in(language)('standard')}
    </PressButton>
  );
}
