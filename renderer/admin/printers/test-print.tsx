import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { PrinterProfile } from '../../../electron/contract/printer-profile';
import { callRoute } from '../../client/api';
import { FormError } from '../../ui/office/form-error';
import { printerWords } from '../../ui/office/printer-words';
import { useTexts } from '../texts';
import styles from './printers.module.css';

/** A button that prints a test ticket, and what came of it. */
export function TestPrint(props: {
  /** The kiosk at whose machine it is. */
  readonly deviceId: string;
  readonly target: string;
  readonly profile: PrinterProfile;
  readonly disabled?: boolean;
}) {
  const { deviceId, target, profile } = props;
  const { t, language } = useTexts();
  const test = useMutation({
    mutationFn: () => callRoute('testPrinter', { body: { deviceId, target, profile } }),
  });
  const cause = test.data?.status.cause;
  return (
    <>
      <Button
        variant="default"
        size="sm"
        disabled={props.disabled ?? false}
        loading={test.isPending}
        onClick={() => test.mutate()}
      >
        {t('printers.test')}
      </Button>
      {test.data && (
        <p className={styles.tested} role="status" data-outcome={test.data.outcome}>
          {t(`printers.tested.${test.data.outcome}`)}
          {cause && cause !== 'cannot_tell' && ` ${printerWords(language, cause).name}.`}
        </p>
      )}
      <FormError error={test.error} />
    </>
  );
}
