import { TextInput, VisuallyHidden } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconGripVertical, IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { useAddressState } from '../../client/address-state';
import { hasWords } from '../../ui/office/has-words';
import { useRestDrawn } from '../../ui/office/use-rest-drawn';
import { useTexts } from '../texts';
import styles from './sortable-list.module.css';

export interface SortableItem {
  readonly id: string;
  readonly title: string;
  readonly note?: ReactNode;
  /** Stands before the title, and behind it. */
  readonly lead?: ReactNode;
  readonly trail?: ReactNode;
  /** Said before the title, where what leads it is only drawn. */
  readonly spoken?: string;
  /** The heading that it stands under with its neighbours of the same. */
  readonly group?: string;
  /** By what it is found besides. */
  readonly words?: string;
  /** Something of it isn't saved. */
  readonly isChanged?: boolean;
}

/** A longer list can be searched. */
const shortList = 12;
/** So many rows fill the screen. */
const inSight = 24;

/** A list to choose from; its order is changed by dragging, by two buttons below it, or by Alt with the arrow keys. */
export function SortableList(props: {
  readonly label: string;
  readonly items: readonly SortableItem[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
  /** Null: the order can't be changed here. */
  readonly onMove: ((id: string, position: number) => void) | null;
  /** What is looked for; null: it isn't searched, however long it is. */
  readonly searchLabel?: string | null;
}) {
  const { t } = useTexts();
  const { searchLabel = t('list.search') } = props;
  const isSearchable = searchLabel !== null && props.items.length > shortList;
  const [{ cari: wanted }, set] = useAddressState({ cari: '' });
  const isSearched = isSearchable && wanted.trim() !== '';
  const items = isSearched ? props.items.filter((item) => fits(item, wanted)) : props.items;
  const [dragged, setDragged] = useState<string | null>(null);
  const isWhole = useRestDrawn();
  // What is left out would be passed over by a move.
  const isFixed = props.onMove === null || isSearched;
  const mayMove = (id: string, to: number) =>
    !isFixed && items[to] !== undefined && items.find((item) => item.id === id)?.group === items[to].group;
  const move = (id: string, to: number) => {
    if (mayMove(id, to)) props.onMove?.(id, to);
  };
  const at = items.findIndex(({ id }) => id === props.chosen);
  const byKeys = (event: KeyboardEvent, id: string, index: number) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (by === 0) return;
    event.preventDefault();
    if (event.altKey) {
      move(id, index + by);
      return;
    }
    const row = event.currentTarget.closest('li');
    const next = by < 0 ? row?.previousElementSibling : row?.nextElementSibling;
    next?.querySelector('button')?.focus();
  };
  return (
    <>
      {isSearchable && (
        <TextInput
          type="search"
          className={styles.search ?? ''}
          aria-label={searchLabel}
          placeholder={searchLabel}
          leftSection={<IconSearch size={18} aria-hidden />}
          value={wanted}
          onChange={(event) => set({ cari: event.currentTarget.value })}
        />
      )}
      {items.length === 0 && isSearched && <p role="status">{t('records.noneFound')}</p>}
      <ul className={styles.list} aria-label={props.label} aria-busy={!isWhole}>
        {(isWhole ? items : items.slice(0, inSight)).map((item, index) => (
          <li
            key={item.id}
            draggable={!isFixed}
            data-dragged={item.id === dragged || undefined}
            onDragStart={() => setDragged(item.id)}
            onDragEnd={() => setDragged(null)}
            onDragOver={(event) => dragged !== null && event.preventDefault()}
            onDrop={(event) => {
              event.preventDefault();
              if (dragged !== null && dragged !== item.id) move(dragged, index);
              setDragged(null);
            }}
          >
            {item.group !== undefined && item.group !== items[index - 1]?.group && <h2>{item.group}</h2>}
            <button
              type="button"
              aria-current={item.id === props.chosen || undefined}
              onClick={() => props.onChoose(item.id)}
              onKeyDown={(event) => byKeys(event, item.id, index)}
            >
              {item.lead ?? (!isFixed && <IconGripVertical size={20} aria-hidden />)}
              <span className={styles.words}>
                <strong>
                  {item.spoken && <VisuallyHidden>{item.spoken}, </VisuallyHidden>}
                  {item.title}
                </strong>
                {item.note && <span className={styles.note}>{item.note}</span>}
              </span>
              {item.isChanged && (
                <span className={styles.changed}>
                  <span aria-hidden>◆</span>
                  <VisuallyHidden>{t('list.unsaved')}</VisuallyHidden>
                </span>
              )}
              {item.trail}
            </button>
          </li>
        ))}
      </ul>
      {!isFixed && items.length > 1 && (
        <div className={styles.order}>
          <p className={styles.help}>{t('list.move')}</p>
          {at >= 0 &&
            ([-1, 1] as const).map((by) => (
              <button
                key={by}
                type="button"
                aria-label={t(by < 0 ? 'list.up' : 'list.down', { what: items[at]?.title ?? '' })}
                disabled={!mayMove(items[at]?.id ?? '', at + by)}
                onClick={() => move(items[at]?.id ?? '', at + by)}
              >
                {by < 0 ? <IconArrowUp size={20} aria-hidden /> : <IconArrowDown size={20} aria-hidden />}
              </button>
            ))}
        </div>
      )}
    </>
  );
}

function fits({ title, note, spoken = '', words = '' }: SortableItem, wanted: string): boolean {
  return hasWords([`${spoken},`, title, typeof note === 'string' ? note : '', words].join(' '), wanted);
}
