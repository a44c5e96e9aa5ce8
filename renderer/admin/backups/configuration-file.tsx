import { Button, FileButton, Modal, ScrollArea } from '@mantine/core';
import { IconDownload, IconFileImport } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Configuration } from '../../../electron/contract/configuration';
import { callRoute, newKey, Refused } from '../../client/api';
import { faultLine } from '../../ui/office/fault-line';
import { Differences } from '../audit/differences';
import { useAuditWords } from '../audit/use-audit-words';
import { FileError } from '../records/file-error';
import { readTextFile, UnreadableFile } from '../records/files';
import { useTexts } from '../texts';
import styles from './backups.module.css';

interface Preview {
  readonly file: Configuration;
  readonly name: string;
  readonly basis: string;
  readonly differences: readonly {
    readonly path: string;
    readonly before: unknown;
    readonly after: unknown;
  }[];
}

/** The hall's configuration taken away as a file, and brought back: the difference first, then all of it or nothing. */
export function ConfigurationFile() {
  const { t } = useTexts();
  const queries = useQueryClient();
  const [key, setKey] = useState(newKey);
  const preview = useMutation({
    mutationFn: async (chosen: File): Promise<Preview> => {
      const file = parseFile(await readTextFile(chosen));
      return { file, name: chosen.name, ...(await callRoute('previewImport', { body: file })) };
    },
  });
  const apply = useMutation({
    mutationFn: ({ file, basis }: Preview) =>
      callRoute('importConfiguration', { key, body: file, ifVersion: basis }),
    onSuccess: () => queries.invalidateQueries(),
    onSettled: () => setKey(newKey()),
  });
  const close = () => {
    preview.reset();
    apply.reset();
  };
  return (
    <section className={styles.card} aria-labelledby="configuration">
      <div className={styles.head}>
        <h2 id="configuration">{t('configuration.title')}</h2>
        <Button
          component="a"
          variant="default"
          href="/api/v1/admin/export"
          download
          leftSection={<IconDownload size={20} aria-hidden />}
        >
          {t('configuration.export')}
        </Button>
        <FileButton accept=".json,application/json" onChange={(chosen) => chosen && preview.mutate(chosen)}>
          {(button) => (
            <Button
              {...button}
              variant="default"
              loading={preview.isPending}
              leftSection={<IconFileImport size={20} aria-hidden />}
            >
              {t('configuration.import')}
            </Button>
          )}
        </FileButton>
      </div>
      <p className={styles.help}>{t('configuration.help')}</p>
      <Faults error={preview.error} />
      {preview.data && (
        <Modal
          opened
          size={860}
          title={t('configuration.preview', { file: preview.data.name })}
          closeButtonProps={{ 'aria-label': t('close') }}
          closeOnClickOutside={false}
          onClose={close}
        >
          <div className={styles.body}>
            <Faults error={apply.error} />
            {apply.data ? (
              <p role="status">{t('configuration.done', { count: apply.data.differences.length })}</p>
            ) : (
              <Shown differences={preview.data.differences} />
            )}
            <footer className={styles.foot}>
              <Button variant="default" onClick={close}>
                {t(apply.data ? 'close' : 'cancel')}
              </Button>
              {!apply.data && (
                <Button
                  disabled={preview.data.differences.length === 0}
                  loading={apply.isPending}
                  onClick={() => apply.mutate(preview.data)}
                >
                  {t('configuration.apply')}
                </Button>
              )}
            </footer>
          </div>
        </Modal>
      )}
    </section>
  );
}

function Shown({ differences }: { readonly differences: Preview['differences'] }) {
  const { t } = useTexts();
  const words = useAuditWords();
  if (differences.length === 0) return <p>{t('configuration.same')}</p>;
  return (
    <>
      <p>{t('configuration.changes', { count: differences.length })}</p>
      <ScrollArea.Autosize
        mah={420}
        viewportProps={{ tabIndex: 0, role: 'group', 'aria-label': t('audit.what') }}
      >
        <Differences changes={differences} words={words} />
      </ScrollArea.Autosize>
    </>
  );
}

/** Why a file was refused, with each place in it. */
function Faults({ error }: { readonly error: Error | null }) {
  const faults = error instanceof Refused ? (error.problem.errors ?? []) : [];
  return (
    <>
      <FileError error={error} />
      {faults.length > 0 && (
        <ul className={styles.list}>
          {faults.slice(0, 30).map(({ path, message }) => (
            <li key={`${path} ${message}`}>{faultLine(path, message)}</li>
          ))}
        </ul>
      )}
    </>
  );
}

/** The server checks it whole; what isn't such a file at all is said here, in plainer words. */
function parseFile(text: string): Configuration {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new UnreadableFile('noJson');
  }
  const { format, version } = (json ?? {}) as { readonly format?: unknown; readonly version?: unknown };
  if (format !== 'antre-site') throw new UnreadableFile('otherFile');
  if (typeof version === 'number' && version > 1) throw new UnreadableFile('newer');
  return json as Configuration;
}
