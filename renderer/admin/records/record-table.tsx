import { TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useMemo, useState } from 'react';
import { hasWords } from '../../ui/office/has-words';
import { useTexts } from '../texts/use-texts';
import styles from './record-table.module.css';

export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  /** By what the rows are ordered, and searched where it is a text. */
  readonly value: (row: Row) => string | number;
  readonly show: (row: Row) => ReactNode;
}

/**
 * A table of records with a search over all its texts and an order by any column; the first column opens a record. Up
 * and down go from record to record.
 */
export function RecordTable<Row extends { readonly id: string }>(props: {
  readonly title: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly searchLabel: string;
  /** Buttons beside the title. */
  readonly actions?: ReactNode;
  /** Filters beside the search. */
  readonly filters?: ReactNode;
  readonly isMuted?: (row: Row) => boolean;
  /** Null: there is nothing to open. */
  readonly onOpen: ((row: Row) => void) | null;
}) {
  const { rows, columns, onOpen } = props;
  const { t, language } = useTexts();
  const [wanted, setWanted] = useState('');
  const [order, setOrder] = useState({ key: columns[0]?.key ?? '', falling: false });
  const shown = useMemo(() => {
    const found = rows.filter((row) =>
      hasWords(columns.map((column) => column.value(row)).join(' '), wanted),
    );
    const column = columns.find(({ key }) => key === order.key);
    if (!column) return found;
    const compare = new Intl.Collator(language, { numeric: true }).compare;
    return [...found].sort((one, other) => {
      const [a, b] = [column.value(one), column.value(other)];
      const by = typeof a === 'number' && typeof b === 'number' ? a - b : compare(String(a), String(b));
      return order.falling ? -by : by;
    });
  }, [rows, columns, wanted, order, language]);

  const goToNext = (event: KeyboardEvent) => {
    const down = event.key === 'ArrowDown';
    if (!down && event.key !== 'ArrowUp') return;
    event.preventDefault();
    const row = event.currentTarget.closest('tr');
    const next = down ? row?.nextElementSibling : row?.previousElementSibling;
    next?.querySelector('button')?.focus();
  };
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <h1>{props.title}</h1>
        {props.actions}
      </div>
      <div className={styles.tools}>
        <TextInput
          type="search"
          label={props.searchLabel}
          leftSection={<IconSearch size={18} aria-hidden />}
          value={wanted}
          onChange={(event) => setWanted(event.currentTarget.value)}
        />
        {props.filters}
        <span className={styles.count} role="status">
          {t('records.count', { shown: shown.length, total: rows.length })}
        </span>
      </div>
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map(({ key, title }) => {
              const isOrder = key === order.key;
              const Arrow = order.falling ? IconArrowDown : IconArrowUp;
              return (
                <th
                  key={key}
                  scope="col"
                  aria-sort={isOrder ? (order.falling ? 'descending' : 'ascending') : 'none'}
                >
                  <button
                    type="button"
                    className={styles.sort}
                    onClick={() => setOrder({ key, falling: isOrder && !order.falling })}
                  >
                    {title}
                    {isOrder && <Arrow size={16} aria-hidden />}
                  </button>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={row.id} data-muted={props.isMuted?.(row) || undefined}>
              {columns.map(({ key, show }, index) =>
                index === 0 ? (
                  <th key={key} scope="row">
                    {onOpen ? (
                      <button
                        type="button"
                        className={styles.open}
                        onClick={() => onOpen(row)}
                        onKeyDown={goToNext}
                      >
                        {show(row)}
                      </button>
                    ) : (
                      show(row)
                    )}
                  </th>
                ) : (
                  <td key={key}>{show(row)}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length === 0 && (
        <p className={styles.none}>{t(rows.length === 0 ? 'records.none' : 'records.noneFound')}</p>
      )}
    </div>
  );
}
