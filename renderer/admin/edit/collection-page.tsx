import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useRestDrawn } from '../../ui/office/use-rest-drawn';
import styles from './collection-page.module.css';

/** A list at the left and the editor of what is chosen beside it, which is drawn once the list is seen. */
export function CollectionPage(props: {
  readonly title: string;
  /** How many there are, behind the title. */
  readonly count?: number;
  readonly filter?: ReactNode;
  readonly list: ReactNode;
  readonly addText: string;
  /** Null: this user adds nothing. */
  readonly onAdd: (() => void) | null;
  readonly children: ReactNode;
}) {
  const isListSeen = useRestDrawn();
  return (
    <div className={styles.page}>
      <section className={styles.side} aria-label={props.title}>
        <header className={styles.head}>
          <h1>{props.title}</h1>
          {props.count !== undefined && <span className={styles.count}>{props.count}</span>}
          {props.onAdd && (
            <Button
              variant="subtle"
              size="sm"
              className={styles.add ?? ''}
              leftSection={<IconPlus size={18} aria-hidden />}
              onClick={props.onAdd}
            >
              {props.addText}
            </Button>
          )}
        </header>
        {props.filter}
        {props.list}
      </section>
      <div className={styles.editor} aria-busy={!isListSeen}>
        {isListSeen && props.children}
      </div>
    </div>
  );
}
