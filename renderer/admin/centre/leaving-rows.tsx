import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { journalKindNames } from '../../../electron/contract/journal-kind-names';
import { useRoute } from '../../client/use-route';
import { NotYet } from '../../ui/office/not-yet';
import { useMoment } from '../records/use-moment';
import { useTexts } from '../texts';
import styles from './centre.module.css';

/** What leaves the hall, row by row as it goes out, the newest first. */
export function LeavingRows() {
  const { t } = useTexts();
  const moment = useMoment();
  const [before, setBefore] = useState<string | undefined>();
  const page = useRoute('journalRows', { query: before === undefined ? {} : { before } });
  return (
    <section className={styles.card} aria-labelledby="rows">
      <div className={styles.head}>
        <h2 id="rows">{t('centre.rows')}</h2>
        <Button
          component="a"
          variant="default"
          href="/api/v1/admin/centre/rows.jsonl"
          download
          leftSection={<IconDownload size={20} aria-hidden />}
        >
          {t('centre.download')}
        </Button>
      </div>
      <p className={styles.help}>{t('centre.rows.help')}</p>
      {!page.data && <NotYet answer={page} />}
      <ol className={styles.rows}>
        {page.data?.rows.map((row) => {
          const kind = journalKindNames.find((each) => each === row.kind);
          return (
            <li key={`${row.epoch}.${row.seq}`}>
              <span className={styles.rowHead}>
                <b>{kind ? t(`centre.kind.${kind}`) : row.kind}</b>
                <span>{moment(row.at)}</span>
                <span>{t(row.acknowledged ? 'centre.row.there' : 'centre.row.here')}</span>
              </span>
              <code>{row.body}</code>
            </li>
          );
        })}
      </ol>
      <div className={styles.buttons}>
        {before !== undefined && (
          <Button variant="default" onClick={() => setBefore(undefined)}>
            {t('centre.rows.newest')}
          </Button>
        )}
        {page.data?.next && (
          <Button variant="default" onClick={() => setBefore(page.data?.next ?? undefined)}>
            {t('centre.rows.older')}
          </Button>
        )}
      </div>
    </section>
  );
}
