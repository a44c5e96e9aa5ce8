import { TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconSearch } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../texts/use-texts';
import styles from './figure-table.module.css';
import { FileLinks } from './file-links';

/** One column: what it sorts and searches by, and how that is shown. */
export interface FigureColumn<Row> {
  readonly id: string;
  readonly heading: string;
  readonly value: (row: Row) => string | number | null;
  readonly shown?: (row: Row) => ReactNode;
}

/** A table that can be searched by its first column and sorted by each, with the same as files. */
export function FigureTable<Row>(props: {
  readonly caption: string;
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** The first one names the row. */
  readonly columns: readonly FigureColumn<Row>[];
  /** The files' address without its ending, and what is asked of it. */
  readonly file: { readonly path: string; readonly query: Readonly<Record<string, string>> };
}) {
  const { t, language } = useTexts();
  const [search, setSearch] = useState('');
  const [sort, setSort] = useState<{ readonly id: string; readonly down: boolean } | null>(null);
  const [first] = props.columns;
  const wanted = search.trim().toLocaleLowerCase(language);
  const found = props.rows.filter(
    (row) => !first || String(first.value(row)).toLocaleLowerCase(language).includes(wanted),
  );
  const column = props.columns.find(({ id }) => id === sort?.id);
  const rows =
    column && sort
      ? found.toSorted((a, b) => compared(column.value(a), column.value(b), language) * (sort.down ? -1 : 1))
      : found;
  const press = (id: string) =>
    setSort((before) => {
      if (before?.id !== id) return { id, down: id !== first?.id };
      return { id, down: !before.down };
    });
  return (
    <div className={styles.whole}>
      <div className={styles.tools}>
        {props.rows.length > 8 && (
          <TextInput
            aria-label={t('table.search')}
            placeholder={t('table.search')}
            leftSection={<IconSearch size={18} aria-hidden />}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
        )}
        <FileLinks path={props.file.path} query={props.file.query} caption={props.caption} />
      </div>
      {rows.length === 0 ? (
        <p>{t('table.noneFound')}</p>
      ) : (
        <div className={styles.scroll}>
          <table className={styles.table} aria-label={props.caption}>
            <thead>
              <tr>
                {props.columns.map(({ id, heading }) => (
                  <th
                    key={id}
                    scope="col"
                    aria-sort={sort?.id === id ? (sort.down ? 'descending' : 'ascending') : undefined}
                  >
                    <button type="button" onClick={() => press(id)}>
                      {heading}
                      {sort?.id === id &&
                        (sort.down ? (
                          <IconArrowDown size={14} aria-hidden />
                        ) : (
                          <IconArrowUp size={14} aria-hidden />
                        ))}
                    </button>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={props.keyOf(row)}>
                  {props.columns.map(({ id, value, shown }, at) =>
                    at === 0 ? (
                      <th key={id} scope="row">
                        {shown ? shown(row) : value(row)}
                      </th>
                    ) : (
                      <td key={id}>{shown ? shown(row) : value(row)}</td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}

/** What wasn't measured comes before all that was. */
function compared(a: string | number | null, b: string | number | null, language: string): number {
  if (typeof a === 'string' && typeof b === 'string') return a.localeCompare(b, language, { numeric: true });
  return Number(a ?? -1) - Number(b ?? -1);
}
