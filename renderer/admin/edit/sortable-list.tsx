import { TextInput } from '@mantine/core';
import { IconGripVertical, IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { useAddressState } from '../../client/address-state';
import { hasWords } from '../../ui/office/has-words';
import { useTexts } from '../texts';
import styles from './sortable-list.module.css';

export interface SortableItem {
  readonly id: string;
  readonly title: ReactNode;
  readonly note: ReactNode;
}

/** A longer list can be searched. */
const shortList = 12;

/** A list to choose from; its order is changed by dragging, or by Alt with the arrow keys. */
export function SortableList(props: {
  readonly label: string;
  readonly items: readonly SortableItem[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
  /** Null: the order can't be changed here. */
  readonly onMove: ((id: string, position: number) => void) | null;
}) {
  const { t } = useTexts();
  const [{ cari: wanted }, set] = useAddressState({ cari: '' });
  const searched = props.items.length > shortList && wanted.trim() !== '';
  const items = searched ? props.items.filter((item) => fits(item, wanted)) : props.items;
  // What is left out would be passed over by a move.
  const onMove = searched ? null : props.onMove;
  const [dragged, setDragged] = useState<string | null>(null);
  const byKeys = (event: KeyboardEvent, id: string, index: number) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (by === 0) return;
    event.preventDefault();
    if (event.altKey) {
      if (items[index + by]) onMove?.(id, index + by);
      return;
    }
    const row = event.currentTarget.closest('li');
    const next = by < 0 ? row?.previousElementSibling : row?.nextElementSibling;
    next?.querySelector('button')?.focus();
  };
  return (
    <>
      {props.items.length > shortList && (
        <TextInput
          type="search"
          size="sm"
          className={styles.search ?? ''}
          aria-label={t('list.search')}
          placeholder={t('list.search')}
          leftSection={<IconSearch size={18} aria-hidden />}
          value={wanted}
          onChange={(event) => set({ cari: event.currentTarget.value })}
        />
      )}
      {items.length === 0 && searched && <p role="status">{t('records.noneFound')}</p>}
      <ul className={styles.list} aria-label={props.label}>
        {items.map(({ id, title, note }, index) => (
          <li
            key={id}
            draggable={onMove !== null}
            data-dragged={id === dragged || undefined}
            onDragStart={() => setDragged(id)}
            onDragEnd={() => setDragged(null)}
            onDragOver={(event) => dragged !== null && event.preventDefault()}
            onDrop={(event) => {
              event.preventDefault();
              if (dragged !== null && dragged !== id) onMove?.(dragged, index);
              setDragged(null);
            }}
          >
            <button
              type="button"
              aria-current={id === props.chosen || undefined}
              onClick={() => props.onChoose(id)}
              onKeyDown={(event) => byKeys(event, id, index)}
            >
              {onMove && <IconGripVertical size={20} aria-hidden />}
              <span>
                <strong>{title}</strong>
                <span className={styles.note}>{note}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {onMove && items.length > 1 && <p className={styles.help}>{t('list.move')}</p>}
    </>
  );
}

function fits({ title, note }: SortableItem, wanted: string): boolean {
  return hasWords([title, note].filter((each) => typeof each === 'string').join(' '), wanted);
}
