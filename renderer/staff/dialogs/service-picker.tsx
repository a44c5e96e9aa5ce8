import { TextInput } from '@mantine/core';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { MenuCounter, MenuService } from '../../../electron/contract/site';
import { hasWords } from '../../ui/office/has-words';
import { useTexts } from '../texts';
import styles from './dialogs.module.css';
import { useCounters } from './use-counters';

export interface PickedService {
  readonly counter: MenuCounter;
  readonly service: MenuService;
}

/**
 * Finds one service of any counter: typing narrows the list and picks its first, arrow keys pick the next, and
 * Enter is left to the form around it, so that a few letters and Enter are enough.
 */
export function ServicePicker(props: {
  readonly label: string;
  /** Only these counters' services. */
  readonly onlyCounterIds?: readonly string[];
  /** Left out: the one it is at already. */
  readonly exceptServiceId?: string;
  readonly picked: PickedService | null;
  /** Says that none is picked, where the form around it was confirmed without. */
  readonly missing: boolean;
  readonly onPick: (picked: PickedService | null) => void;
}) {
  const { label, onlyCounterIds, exceptServiceId, picked, missing, onPick } = props;
  const { t, local } = useTexts();
  const [search, setSearch] = useState('');
  /** What was picked by arrow or pointer, and among which words' services: with these words it is meant again. */
  const pickedByHand = useRef<{ readonly words: string; readonly service: PickedService } | null>(null);
  const listId = useId();
  const counters = useCounters();

  const all = (counters ?? [])
    .filter((counter) => onlyCounterIds?.includes(counter.id) ?? true)
    .flatMap((counter) => counter.services.map((service): PickedService => ({ counter, service })))
    .filter(({ service }) => service.id !== exceptServiceId);
  const find = (words: string): readonly PickedService[] => {
    const has = (text: string) => hasWords(text, words);
    const own = all.filter(({ service }) => has(local(service.name)));
    const others = all.filter(
      ({ counter, service }) =>
        !has(local(service.name)) &&
        has(
          [counter.code, local(counter.name), counter.agency, local(counter.hint), local(service.name)].join(
            ' ',
          ),
        ),
    );
    // Services that are called so come before those of a counter that is.
    return [...own, ...others];
  };
  const found = find(search);
  const index = found.findIndex(({ service }) => service.id === picked?.service.id);

  const optionId = (id: string) => `${listId}-${id}`;
  const pickedId = picked?.service.id;
  useEffect(() => {
    if (pickedId) document.getElementById(`${listId}-${pickedId}`)?.scrollIntoView({ block: 'nearest' });
  }, [listId, pickedId]);

  // Whoever types at once may do so before the list is there.
  const first = found[0];
  useEffect(() => {
    if (search.trim() && !picked && first) onPick(first);
  }, [search, picked, first, onPick]);

  const pickByHand = (service: PickedService) => {
    pickedByHand.current = { words: search, service };
    onPick(service);
  };
  const move = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    const step = event.key === 'ArrowDown' ? 1 : -1;
    const next = found[Math.min(found.length - 1, Math.max(0, index + step))];
    if (next) pickByHand(next);
  };

  return (
    <div>
      <TextInput
        data-autofocus
        autoFocus
        label={label}
        placeholder={t('service.search')}
        value={search}
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={index >= 0 && pickedId ? optionId(pickedId) : undefined}
        autoComplete="off"
        onKeyDown={move}
        onChange={(event) => {
          const words = event.currentTarget.value;
          setSearch(words);
          const again = pickedByHand.current;
          // At once, not after the next rendering: Enter may be on its way.
          if (again?.words === words) onPick(again.service);
          else onPick((words.trim() && find(words)[0]) || null);
        }}
      />
      <div className={styles.services} id={listId} role="listbox" aria-label={label} tabIndex={-1}>
        {found.map((each) => (
          <button
            key={each.service.id}
            id={optionId(each.service.id)}
            type="button"
            role="option"
            tabIndex={-1}
            className={styles.option}
            aria-selected={pickedId === each.service.id}
            onClick={() => pickByHand(each)}
          >
            <span>
              <strong>{local(each.service.name)}</strong>
              <span className={styles.counterName}>
                {each.counter.code}, {local(each.counter.name)}
              </span>
            </span>
            {each.service.reason && <span className={styles.shut}>{local(each.service.reason)}</span>}
          </button>
        ))}
      </div>
      {counters && found.length === 0 && <p className={styles.sentence}>{t('service.none')}</p>}
      {missing && !picked && (
        <p className={styles.error} role="alert">
          {t('service.missing')}
        </p>
      )}
    </div>
  );
}
