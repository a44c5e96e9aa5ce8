import { TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { useAddressState } from '../../client/address-state';
import styles from './data-table.module.css';
import { FormError } from './form-error';
import { hasWords } from './has-words';
import { NotYet } from './not-yet';
import { useEntranceTexts } from './office-texts';
import { useRestDrawn } from './use-rest-drawn';

/** One column; the first one names the row. */
export interface DataColumn<Row> {
  readonly key: string;
  readonly title: string;
  /** By what the rows are ordered, and searched where it is a text; without, the column has no order. */
  readonly value?: (row: Row) => string | number | null;
  /** How that is shown, where it isn't shown as it is. */
  readonly show?: (row: Row) => ReactNode;
}

/** Fewer rows are seen at a glance. */
const longList = 8;
/** So many rows fill the screen. */
const inSight = 30;

/**
 * The rows of a list, ordered by a press on a heading, from below first where it is a text and from above where it is a
 * number. Longer lists can be searched over all their texts. Where rows can be opened, up and down go from one to the next.
 */
export function DataTable<Row>(props: {
  readonly caption: string;
  /** Undefined: they are not there yet; `answer` tells why. */
  readonly rows: readonly Row[] | undefined;
  readonly answer?: { readonly failureCount: number; readonly error: Error | null };
  readonly keyOf: (row: Row) => string;
  readonly columns: readonly DataColumn<Row>[];
  /** Records stand in a card, figures close together and at the right. */
  readonly look: 'records' | 'figures';
  /** The column that the rows are ordered by at first; without, they stay in the order in which they come. */
  readonly order?: string;
  /** Where the rows are what a section is about, they are always searched, as the address says, and counted. */
  readonly searchLabel?: string;
  /** Says that there are none, instead of the usual words. */
  readonly none?: string;
  /** Filters and files beside the search. */
  readonly tools?: ReactNode;
  readonly isMuted?: (row: Row) => boolean;
  readonly onOpen?: (row: Row) => void;
}) {
  const { rows, columns, onOpen } = props;
  const { t, language } = useEntranceTexts();
  const [typed, setTyped] = useState('');
  const [{ cari }, setAddress] = useAddressState({ cari: '' });
  const isInAddress = props.searchLabel !== undefined;
  const wanted = isInAddress ? cari : typed;
  const [order, setOrder] = useState({ key: props.order, falling: false });
  const isWhole = useRestDrawn();
  if (!rows) {
    if (props.answer?.error) return <FormError error={props.answer.error} />;
    return props.answer ? <NotYet answer={props.answer} /> : null;
  }
  const shown = arranged(rows, columns, { wanted, order, language });
  const press = (key: string, value: NonNullable<DataColumn<Row>['value']>) =>
    setOrder((before) => {
      if (before.key === key) return { key, falling: !before.falling };
      return { key, falling: rows.some((row) => typeof value(row) === 'number') };
    });
  const isSearched = props.searchLabel !== undefined || rows.length > longList;
  return (
    <div className={styles.whole}>
      {(isSearched || props.tools) && (
        <div className={styles.tools}>
          {isSearched && (
            <TextInput
              type="search"
              {...(props.searchLabel === undefined
                ? { 'aria-label': t('table.search'), placeholder: t('table.search') }
                : { label: props.searchLabel })}
              leftSection={<IconSearch size={18} aria-hidden />}
              value={wanted}
              onChange={(event) => {
                const text = event.currentTarget.value;
                if (isInAddress) setAddress({ cari: text });
                else setTyped(text);
              }}
            />
          )}
          {props.tools}
          {props.searchLabel !== undefined && (
            <span className={styles.count} role="status">
              {t('table.count', { shown: shown.length, total: rows.length })}
            </span>
          )}
        </div>
      )}
      {shown.length === 0 ? (
        <p className={styles.none}>
          {rows.length > 0 ? t('table.noneFound') : (props.none ?? t('table.none'))}
        </p>
      ) : (
        <div className={styles.scroll}>
          <table className={styles[props.look]} aria-label={props.caption} aria-busy={!isWhole}>
            <thead>
              <tr>
                {columns.map(({ key, title, value }) => {
                  const isOrder = key === order.key;
                  const Arrow = order.falling ? IconArrowDown : IconArrowUp;
                  if (!value) {
                    return (
                      <th key={key} scope="col" className={styles.plain}>
                        {title}
                      </th>
                    );
                  }
                  return (
                    <th
                      key={key}
                      scope="col"
                      aria-sort={isOrder ? (order.falling ? 'descending' : 'ascending') : 'none'}
                    >
                      <button type="button" className={styles.sort} onClick={() => press(key, value)}>
                        {title}
                        {isOrder && <Arrow size={16} aria-hidden />}
                      </button>
                    </th>
                  );
                })}
              </tr>
            </thead>
            <tbody>
              {(isWhole ? shown : shown.slice(0, inSight)).map((row) => (
                <tr key={props.keyOf(row)} data-muted={props.isMuted?.(row) || undefined}>
                  {columns.map(({ key, value, show = value }, index) =>
                    index > 0 ? (
                      <td key={key}>{show?.(row)}</td>
                    ) : (
                      <th key={key} scope="row">
                        {onOpen ? (
                          <button
                            type="button"
                            className={styles.open}
                            onClick={() => onOpen(row)}
                            onKeyDown={goToNext}
                          >
                            {show?.(row)}
                          </button>
                        ) : (
                          show?.(row)
                        )}
                      </th>
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

/** The rows that hold the wanted words in their texts, in the wanted order. */
function arranged<Row>(
  rows: readonly Row[],
  columns: readonly DataColumn<Row>[],
  by: {
    readonly wanted: string;
    readonly order: { readonly key: string | undefined; readonly falling: boolean };
    readonly language: string;
  },
): readonly Row[] {
  const textOf = (row: Row) =>
    columns
      .map(({ value }) => value?.(row))
      .filter((value) => typeof value === 'string')
      .join(' ');
  const found = by.wanted.trim() === '' ? [...rows] : rows.filter((row) => hasWords(textOf(row), by.wanted));
  const value = columns.find(({ key }) => key === by.order.key)?.value;
  if (!value) return found;
  const { compare } = new Intl.Collator(by.language, { numeric: true });
  return found.sort(
    (one, other) => compared(value(one), value(other), compare) * (by.order.falling ? -1 : 1),
  );
}

/** What wasn't measured comes before all that was. */
function compared(
  one: string | number | null,
  other: string | number | null,
  compare: (one: string, other: string) => number,
): number {
  if (typeof one === 'string' && typeof other === 'string') return compare(one, other);
  return Number(one ?? -1) - Number(other ?? -1);
}

function goToNext(event: KeyboardEvent) {
  const down = event.key === 'ArrowDown';
  if (!down && event.key !== 'ArrowUp') return;
  event.preventDefault();
  const row = event.currentTarget.closest('tr');
  const next = down ? row?.nextElementSibling : row?.previousElementSibling;
  next?.querySelector('button')?.focus();
}
