import { Button } from '@mantine/core';
import { IconChevronDown, IconDownload } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { AuditEntry } from '../../../electron/contract/admin-audit';
import { changesOf, factsOf } from '../../../electron/contract/history/changes';
import { useAddressState } from '../../client/address-state';
import { callRoute } from '../../client/api';
import { routeKey } from '../../client/use-route';
import { NotYet } from '../../ui/office/not-yet';
import recordStyles from '../records/records-page.module.css';
import { useMoment } from '../records/use-moment';
import { useTexts } from '../texts';
import styles from './audit.module.css';
import { AuditConditions } from './audit-conditions';
import { conditionFields, conditionsOf, isTyped } from './conditions';
import { Differences } from './differences';
import { useAuditWords } from './use-audit-words';

const typedForMs = 300;

/** What was changed and done: by whom, when, with what was there before and after. */
export function AuditSection() {
  const { t, language } = useTexts();
  const [wanted, setWanted] = useAddressState(conditionFields);
  const conditions = conditionsOf(wanted);
  const pages = useInfiniteQuery({
    queryKey: routeKey('audit', { query: conditions }),
    queryFn: async ({ pageParam, signal }) => {
      // What is typed on is not asked for letter by letter; what was there as the page was opened is.
      if (isTyped(conditions)) await new Promise((resolve) => setTimeout(resolve, typedForMs));
      signal.throwIfAborted();
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
        <Button
          component="a"
          variant="default"
          leftSection={<IconDownload size={18} aria-hidden />}
          href={`/api/v1/admin/audit.csv?${new URLSearchParams({ ...conditions, language })}`}
          download
        >
          {t('audit.download')}
        </Button>
      </div>
      <AuditConditions wanted={wanted} onChange={setWanted} />
      {!pages.data && <NotYet answer={pages} />}
      {pages.data && entries.length === 0 && <p className={recordStyles.none}>{t('audit.none')}</p>}
      <ol className={styles.entries}>
        {entries.map((entry) => (
          <Act key={entry.id} entry={entry} />
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

function Act({ entry }: { readonly entry: AuditEntry }) {
  const { t } = useTexts();
  const moment = useMoment();
  const words = useAuditWords();
  const changes = changesOf(entry);
  const { number, reason, address } = factsOf(entry);
  const subject = words.subject(entry.subject, entry.before, entry.after);
  const isNamed = number !== null && subject.includes(number);
  return (
    <li className={styles.entry}>
      <p className={styles.head}>
        <strong>{words.act(entry.action)}</strong>
        {subject !== '' && <span>{subject}</span>}
        {number !== null && !isNamed && <span>{number}</span>}
        {reason !== null && <span>“{reason}”</span>}
      </p>
      <p className={styles.by}>
        {t('audit.by', { who: words.actor(entry), moment: moment(entry.at) })}
        {address !== null && `, ${address}`}
      </p>
      {changes.length > 0 && (
        <details className={styles.details}>
          <summary>{t('audit.changes', { count: changes.length })}</summary>
          <Differences changes={changes} words={words} />
        </details>
      )}
    </li>
  );
}
