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
  /** Undefined until it is known: its place is kept, so that nothing around it moves or is covered. */
  const [standard, setStandard] = useState<PublicStandard | null>();
  useEffect(() => {
    const abandoned = new AbortController();
    setStandard(undefined);
    callRoute('publicStandard', {
      params: { id: serviceId },
      query: { on: 'kiosk' },
      signal: abandoned.signal,
    }).then(setStandard, (error: unknown) => {
      // Without an answer there is nothing to read; the number can be taken all the same.
      if (!(error instanceof Unreachable || error instanceof Refused)) throw error;
      setStandard(null);
    });
    return () => abandoned.abort();
  }, [serviceId]);
  if (standard === null) return null;
  return (
    <PressButton
      className={styles.button}
      style={standard ? undefined : { visibility: 'hidden' }}
      onPress={() => standard && open(standard)}
    >
      <IconFileCertificate stroke={2} aria-hidden="true" />
      {standardTexts.in(language)('standard')}
    </PressButton>
  );
}
