import { SegmentedControl, TextInput } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconSearch } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { AdminCounter, AdminService } from '../../../electron/contract/admin-hall';
import { useDraftStore } from '../../ui/office/drafts';
import { hasWords } from '../../ui/office/has-words';
import { CounterBadge } from '../counters/counter-badge';
import { useTexts } from '../texts';
import styles from './scope-tree.module.css';

/** Whose hours are edited: the hall, its counters, and below each its services; those with hours of their own are marked. */
export function ScopeTree(props: {
  readonly counters: readonly AdminCounter[];
  readonly services: readonly AdminService[];
  /** The scopes with hours of their own: `counter:3`, `service:12`. */
  readonly own: ReadonlySet<string>;
  readonly chosen: string;
  readonly onChoose: (scope: string) => void;
}) {
  const { counters, services, own, chosen } = props;
  const { t, local } = useTexts();
  const [wanted, setWanted] = useState('');
  const [which, setWhich] = useState<'all' | 'own'>('all');
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const isFound = (name: string, scope: string) =>
    hasWords(name, wanted.trim()) && (which === 'all' || own.has(scope));
  const isNarrowed = wanted.trim() !== '' || which === 'own';
  const branches = counters.flatMap((counter) => {
    const scope = `counter:${counter.id}`;
    const all = services.filter(({ counterId }) => counterId === counter.id);
    const found = all.filter(({ id, name }) => isFound(local(name), `service:${id}`));
    const isItself = isFound(`${counter.code} ${local(counter.name)}`, scope);
    if (isNarrowed && !isItself && found.length === 0) return [];
    const isChosenWithin = all.some(({ id }) => chosen === `service:${id}`);
    const isOpen = isNarrowed ? found.length > 0 : opened.has(counter.id) || isChosenWithin;
    return [{ counter, scope, all, shown: isOpen ? (isNarrowed ? found : all) : [], isOpen }];
  });
  const toggle = (id: string) =>
    setOpened(
      (before) => new Set(before.has(id) ? [...before].filter((each) => each !== id) : [...before, id]),
    );
  const choice = (scope: string, name: string, lead?: ReactNode) => (
    <Choice
      {...{ scope, name, lead }}
      isOwn={own.has(scope)}
      isChosen={chosen === scope}
      onChoose={() => props.onChoose(scope)}
    />
  );
  return (
    <>
      <TextInput
        type="search"
        aria-label={t('day.search')}
        placeholder={t('day.search')}
        leftSection={<IconSearch size={18} aria-hidden />}
        value={wanted}
        onChange={(event) => setWanted(event.currentTarget.value)}
      />
      <SegmentedControl
        fullWidth
        aria-label={t('hours.whose')}
        data={[
          { value: 'all', label: t('hours.all') },
          { value: 'own', label: t('hours.ownOnly', { count: own.size }) },
        ]}
        value={which}
        onChange={setWhich}
      />
      <ul className={styles.tree} aria-label={t('hours.whose')}>
        {!isNarrowed && <li>{choice('hall', t('hours.hall'))}</li>}
        {branches.map(({ counter, scope, all, shown, isOpen }) => {
          const name = `${counter.code}, ${local(counter.name)}`;
          return (
            <li key={scope}>
              <div className={styles.branch}>
                <button
                  type="button"
                  className={styles.open}
                  aria-expanded={isOpen}
                  aria-label={t('hours.servicesOf', { name })}
                  disabled={all.length === 0 || isNarrowed}
                  onClick={() => toggle(counter.id)}
                >
                  {isOpen ? (
                    <IconChevronDown size={18} aria-hidden />
                  ) : (
                    <IconChevronRight size={18} aria-hidden />
                  )}
                </button>
                {choice(scope, local(counter.name), <CounterBadge counter={counter} />)}
              </div>
              {shown.length > 0 && (
                <ul>
                  {shown.map((service) => (
                    <li key={service.id}>{choice(`service:${service.id}`, local(service.name))}</li>
                  ))}
                </ul>
              )}
            </li>
          );
        })}
        {branches.length === 0 && <li className={styles.none}>{t('records.noneFound')}</li>}
      </ul>
    </>
  );
}

function Choice(props: {
  readonly scope: string;
  readonly name: string;
  readonly lead?: ReactNode;
  readonly isOwn: boolean;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}) {
  const { t } = useTexts();
  const { drafts } = useDraftStore();
  return (
    <button
      type="button"
      className={styles.choice}
      aria-current={props.isChosen || undefined}
      onClick={props.onChoose}
    >
      {props.lead}
      <span className={styles.name}>{props.name}</span>
      {`hours:${props.scope}` in drafts && <span className={styles.changed}>◆</span>}
      {props.isOwn && <span className={styles.own}>{t('hours.ownMark')}</span>}
    </button>
  );
}
