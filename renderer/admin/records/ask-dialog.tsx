import { Button, Modal } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { refreshBelow } from '../../client/use-route';
import { FormError } from '../../ui/office/form-error';
import styles from '../hall/go-live-dialog.module.css';
import { useTexts } from '../texts';

/** A button that does something only after a question; the buttons that can hurt are in fault's colour. */
export function AskButton(props: {
  readonly text: string;
  readonly icon?: ReactNode;
  readonly title: string;
  readonly sentence: ReactNode;
  readonly confirm: string;
  readonly grave?: boolean;
  readonly act: () => Promise<unknown>;
  readonly onDone?: () => void;
}) {
  const { t } = useTexts();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const act = useMutation({
    mutationFn: props.act,
    onSuccess: async () => {
      setAsking(false);
      await refreshBelow(queries, '/admin');
      props.onDone?.();
    },
  });
  const close = () => {
    act.reset();
    setAsking(false);
  };
  return (
    <>
      <Button variant="default" size="sm" leftSection={props.icon} onClick={() => setAsking(true)}>
        {props.text}
      </Button>
      {asking && (
        <Modal opened title={props.title} closeButtonProps={{ 'aria-label': t('close') }} onClose={close}>
          <div className={styles.body}>
            <FormError error={act.error} />
            <div>{props.sentence}</div>
            <footer className={styles.foot}>
              <Button variant="default" onClick={close}>
                {t('cancel')}
              </Button>
              <Button
                {...(props.grave ? { color: 'mengkudu' } : {})}
                loading={act.isPending}
                onClick={() => act.mutate()}
              >
                {props.confirm}
              </Button>
            </footer>
          </div>
        </Modal>
      )}
    </>
  );
}
