import { Modal, TextInput } from '@mantine/core';
import {
  IconAdjustmentsHorizontal,
  IconArmchair,
  IconBuildingStore,
  IconLayoutList,
  IconLayoutSidebar,
  IconSearch,
  IconTicket,
  IconUser,
} from '@tabler/icons-react';
import { type KeyboardEvent, useId, useState } from 'react';
import { useRoute } from '../../../client/use-route';
import { useEntranceTexts } from '../office-texts';
import { findRows, mayBeNumber, type SearchKind, type SearchRow } from './found-rows';
import styles from './search-dialog.module.css';
import { useAdminSections } from './use-admin-sections';
import { useSearchRows } from './use-search-rows';

const pictures = {
  section: IconLayoutSidebar,
  counter: IconBuildingStore,
  service: IconLayoutList,
  desk: IconArmchair,
  person: IconUser,
  setting: IconAdjustmentsHorizontal,
  ticket: IconTicket,
} as const satisfies Readonly<Record<SearchKind | 'ticket', unknown>>;

interface Shown extends Omit<SearchRow, 'kind'> {
  readonly kind: SearchKind | 'ticket';
}

/** Finds by a few letters and goes there: a field, and what it finds below it, chosen by arrows, Enter or a press. */
export function SearchDialog(props: {
  /** The sections of the page it is opened on; the admin's are found from everywhere. */
  readonly own: readonly SearchRow[];
  readonly onClose: () => void;
}) {
  const { t } = useEntranceTexts();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const listId = useId();
  const rows = [...props.own, ...useAdminSections(), ...useSearchRows()];
  const tickets = useTickets(typed);
  const found: readonly Shown[] = [...tickets.found, ...findRows(rows, typed)];
  const chosen = found[Math.min(at, found.length - 1)];
  const go = ({ href }: Shown) => {
    props.onClose();
    location.assign(href);
  };
  const pressed = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && found.length > 0) {
      event.preventDefault();
      setAt((Math.min(at, found.length - 1) + step + found.length) % found.length);
    }
    if (event.key === 'Enter' && chosen) {
      event.preventDefault();
      go(chosen);
    }
  };
  const optionId = (row: Shown) => `${listId}-${found.indexOf(row)}`;
  const isNothing = typed.trim() !== '' && found.length === 0 && !tickets.isAsking;
  return (
    <Modal
      opened
      size={640}
      yOffset="10vh"
      centered={false}
      withCloseButton={false}
      padding={0}
      onClose={props.onClose}
      attributes={{ content: { 'aria-label': t('search') } }}
    >
      <TextInput
        data-autofocus
        className={styles.field ?? ''}
        variant="unstyled"
        size="lg"
        leftSection={<IconSearch size={22} aria-hidden />}
        aria-label={t('search')}
        placeholder={t('search.what')}
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={chosen ? optionId(chosen) : undefined}
        maxLength={60}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={pressed}
      />
      <div id={listId} className={styles.found} role="listbox" aria-label={t('search.found')}>
        {found.map((row, index) => {
          const Picture = pictures[row.kind];
          return (
            <a
              key={`${row.kind} ${row.href} ${row.text}`}
              id={optionId(row)}
              role="option"
              tabIndex={-1}
              href={row.href}
              aria-selected={row === chosen}
              onMouseEnter={() => setAt(index)}
              onClick={props.onClose}
            >
              <Picture size={22} aria-hidden />
              <span>
                <b>
                  {row.kind === 'counter' && row.code ? `${row.code}, ` : ''}
                  {row.text}
                </b>
                {row.context && <small>{row.context}</small>}
              </span>
              <em>{t(`search.${row.kind}`)}</em>
            </a>
          );
        })}
      </div>
      <p className={styles.word} role="status">
        {typed.trim() === '' ? t('search.help') : isNothing ? t('search.none', { typed: typed.trim() }) : ''}
      </p>
    </Modal>
  );
}

/** Today's tickets with the number that was typed, each with how it stands; they lead to their counter in the hall. */
function useTickets(typed: string): { readonly found: readonly Shown[]; readonly isAsking: boolean } {
  const { t, local } = useEntranceTexts();
  const number = typed.trim();
  const answer = useRoute('findTickets', mayBeNumber(number) ? { query: { number } } : null);
  const found = (answer.data ?? []).map(
    (ticket): Shown => ({
      kind: 'ticket',
      text: `${ticket.number}, ${t(`status.${ticket.status}`)}`,
      context: [
        local(ticket.counter.name),
        local(ticket.service.name),
        ...(ticket.desk ? [t('desk', { label: ticket.desk.label })] : []),
      ].join(', '),
      href: `/staff#balai?gerai=${ticket.counter.id}`,
    }),
  );
  return { found, isAsking: mayBeNumber(number) && answer.isPending };
}
