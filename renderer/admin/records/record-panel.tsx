import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../texts';
import styles from './record-panel.module.css';

/** A record opened beside its table. What was typed and not saved is kept when it is closed. */
export function RecordPanel(props: {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const { t } = useTexts();
  return (
    <Drawer
      opened
      position="right"
      size={640}
      title={props.title}
      closeButtonProps={{ 'aria-label': t('close') }}
      onClose={props.onClose}
    >
      <div className={styles.panel}>{props.children}</div>
    </Drawer>
  );
}

/** A part of a record's panel below its form. */
export function PanelPart({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles.part}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}
