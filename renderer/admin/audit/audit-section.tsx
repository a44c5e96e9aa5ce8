import { Button, Select, TextInput } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AuditPage } from '../../../electron/contract/admin-audit';
import { callRoute } from '../../client/api';
import { DateField } from '../../ui/office/date-field';
import { NotYet } from '../../ui/office/not-yet';
import recordStyles from '../records/record-table.module.css';
import { useMoment } from '../records/use-moment';
import { useTexts } from '../texts/use-texts';
import styles from './audit.module.css';
import { changesOf, Differences } from './differences';
import { useAuditWords } from './use-audit-words';

type Entry = AuditPage['entries'][number];
type Part = 'admin' | 'work' | 'all';

const typedForMs = 300;

/** `K-027`, as on tickets. */
const isNumber = (text: string) => /^[a-z]{1,2}\d?-\d{3,}$/i.test(text.trim());

/** What was changed and done: by whom, when, with what was there before and after. */
export function AuditSection() {
  const { t } = useTexts();
  const [wanted, setWanted] = useState({ text: '', userId: '', part: 'admin' as Part, from: '', to: '' });
  const set = (fields: Partial<typeof wanted>) => setWanted({ ...wanted, ...fields });
  const { data: people = [] } = useQuery({
    queryKey: ['admin', 'users'],
    queryFn: () => callRoute('users'),
  });
  const conditions = {
    ...(wanted.text.trim() ? { text: wanted.text.trim() } : {}),
    ...(wanted.userId ? { userId: wanted.userId } : {}),
    // Whoever types a number asks what was done to it, and that is desks' work.
    ...(wanted.part === 'all' || isNumber(wanted.text) ? {} : { part: wanted.part }),
    ...(wanted.from ? { from: wanted.from } : {}),
    ...(wanted.to ? { to: wanted.to } : {}),
  };
  const pages = useInfiniteQuery({
    queryKey: ['admin', 'audit', conditions],
    queryFn: async ({ pageParam, signal }) => {
      // What is typed on is not asked for letter by letter.
      await new Promise((resolve) => setTimeout(resolve, typedForMs));
      const cursor = pageParam === '' ? {} : { cursor: pageParam };
      return callRoute('audit', { query: { ...conditions, ...cursor }, signal });
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: (before) => before,
  });
  const entries = pages.data?.pages.flatMap((page) => page.entries) ?? [];
  return (
    <div className={recordStyles.page}>
      <div className={recordStyles.head}>
        <h1>{t('section.audit')}</h1>
      </div>
      <div className={recordStyles.tools}>
        <TextInput
          type="search"
          label={t('audit.text')}
          maxLength={80}
          value={wanted.text}
          onChange={(event) => set({ text: event.currentTarget.value })}
        />
        <Select
          label={t('audit.part')}
          allowDeselect={false}
          w={190}
          data={(['admin', 'work', 'all'] as const).map((part) => ({
            value: part,
            label: t(`audit.part.${part}`),
          }))}
          value={wanted.part}
          onChange={(part) => part && set({ part: part as Part })}
        />
        <Select
          label={t('audit.who')}
          placeholder={t('audit.everybody')}
          searchable
          clearable
          w={200}
          data={people.map(({ id, displayName }) => ({ value: id, label: displayName }))}
          value={wanted.userId || null}
          onChange={(userId) => set({ userId: userId ?? '' })}
        />
        <DateField optional label={t('audit.from')} value={wanted.from} onChange={(from) => set({ from })} />
        <DateField optional label={t('audit.to')} value={wanted.to} onChange={(to) => set({ to })} />
      </div>
      {!pages.data && <NotYet answer={pages} />}
      {pages.data && entries.length === 0 && <p className={recordStyles.none}>{t('audit.none')}</p>}
      <ol className={styles.entries}>
        {entries.map((entry) => (
          <AuditEntry key={entry.id} entry={entry} />
        ))}
      </ol>
      {pages.hasNextPage && (
        <div>
          <Button
            variant="default"
            leftSection={<IconChevronDown size={18} aria-hidden />}
            loading={pages.isFetchingNextPage}
            onClick={() => void pages.fetchNextPage()}
          >
            {t('audit.more')}
          </Button>
        </div>
      )}
    </div>
  );
}

function AuditEntry({ entry }: { readonly entry: Entry }) {
  const { t } = useTexts();
  const moment = useMoment();
  const words = useAuditWords();
  const changes = changesOf(entry.before, entry.after);
  const subject = words.subject(entry.subject, entry.before, entry.after);
  return (
    <li className={styles.entry}>
      <p className={styles.head}>
        <strong>{words.action(entry.action)}</strong>
        {subject !== '' && <span>{subject}</span>}
      </p>
      <p className={styles.by}>{t('audit.by', { who: words.actor(entry), moment: moment(entry.at) })}</p>
      {changes.length > 0 && (
        <details className={styles.details}>
          <summary>{t('audit.changes', { count: changes.length })}</summary>
          <Differences changes={changes} words={words} />
        </details>
      )}
    </li>
  );
}
