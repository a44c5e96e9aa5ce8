import { Button, FileButton } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { callRoute, Refused } from '../../client/api';
import { refreshBelow } from '../../client/use-route';
import { FormError } from '../../ui/office/form-error';
import { Panel } from '../figures/panel';
import styles from './evaluation.module.css';
import { useEvaluationTexts } from './texts';

/** So many faults of a file are named at once. */
const mostFaults = 6;

/** Where an admin takes in the instrument of another year, and reads what doesn't fit in it. */
export function InstrumentFile() {
  const { t } = useEvaluationTexts();
  const queries = useQueryClient();
  const take = useMutation({
    mutationFn: async (file: File) => {
      const content: unknown = JSON.parse(await file.text());
      const taken = await callRoute('takeInInstrument', { body: content as never });
      return { name: taken.name, year: taken.id };
    },
    onSuccess: () => refreshBelow(queries, '/reports/evaluation'),
  });
  const faults = take.error instanceof Refused ? (take.error.problem.errors ?? []) : [];
  return (
    <Panel title={t('instrument')} sentence={t('instrument.sentence')}>
      {take.error instanceof SyntaxError ? (
        <p role="alert">{t('instrument.unreadable')}</p>
      ) : (
        <FormError error={take.error} />
      )}
      {faults.length > 0 && (
        <ul className={styles.list}>
          {faults.slice(0, mostFaults).map(({ path, message }) => (
            <li key={`${path} ${message}`}>
              <code>{path}</code>: {message}
            </li>
          ))}
          {faults.length > mostFaults && (
            <li>{t('instrument.more', { count: faults.length - mostFaults })}</li>
          )}
        </ul>
      )}
      {take.data && <p role="status">{t('instrument.taken', take.data)}</p>}
      <FileButton accept="application/json" onChange={(file) => file && take.mutate(file)}>
        {(props) => (
          <Button variant="default" className={styles.choose ?? ''} {...props} loading={take.isPending}>
            {t('instrument.choose')}
          </Button>
        )}
      </FileButton>
    </Panel>
  );
}
