import { Button, FileButton, Modal, ScrollArea } from '@mantine/core';
import { IconDownload, IconFileImport } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ImportFault, UserImportAnswer, UserImportPreview } from '../../../electron/contract/admin';
import type { AdminCounter } from '../../../electron/contract/admin-hall';
import { callRoute } from '../../client/api';
import { refreshBelow } from '../../client/use-route';
import { FileError } from '../records/file-error';
import { readTextFile, saveAsFile } from '../records/files';
import { useTexts } from '../texts';
import styles from './person-panel.module.css';

/** Adds a list of people from a file: first what it would add and what is wrong in it, then all of it or nothing. */
export function ImportDialog(props: {
  readonly counters: readonly AdminCounter[];
  readonly onClose: () => void;
}) {
  const { counters, onClose } = props;
  const { t } = useTexts();
  const queries = useQueryClient();
  const [file, setFile] = useState<{ readonly name: string; readonly csv: string } | null>(null);
  const preview = useMutation({
    mutationFn: async (chosen: File) => {
      const csv = await readTextFile(chosen);
      const found = await callRoute('previewUserImport', { body: { csv } });
      setFile({ name: chosen.name, csv });
      return found;
    },
  });
  const add = useMutation({
    mutationFn: (csv: string) => callRoute('importUsers', { body: { csv } }),
    onSuccess: () => refreshBelow(queries, '/admin'),
  });
  const found = preview.data;
  const ready = file !== null && found !== undefined && found.faults.length === 0;
  return (
    <Modal
      opened
      size={720}
      title={t('people.import.title')}
      closeButtonProps={{ 'aria-label': t('close') }}
      closeOnClickOutside={!add.data}
      onClose={onClose}
    >
      <div className={styles.body}>
        <FileError error={preview.error ?? add.error} />
        {add.data ? (
          <Made answer={add.data} onClose={onClose} />
        ) : (
          <>
            <p>{t('people.import.help')}</p>
            <div>
              <Button
                variant="default"
                size="sm"
                leftSection={<IconDownload size={18} aria-hidden />}
                onClick={() => saveAsFile('daftar-petugas.csv', 'text/csv', template(counters))}
              >
                {t('people.import.template')}
              </Button>
            </div>
            <FileButton
              accept=".csv,text/csv,text/plain"
              onChange={(chosen) => chosen && preview.mutate(chosen)}
            >
              {(button) => (
                <Button
                  {...button}
                  variant={ready ? 'default' : 'filled'}
                  loading={preview.isPending}
                  leftSection={<IconFileImport size={20} aria-hidden />}
                >
                  {t('people.import.choose')}
                </Button>
              )}
            </FileButton>
            {file && found && <Found name={file.name} found={found} />}
            <footer className={styles.foot}>
              <Button variant="default" onClick={onClose}>
                {t('cancel')}
              </Button>
              <Button disabled={!ready} loading={add.isPending} onClick={() => file && add.mutate(file.csv)}>
                {t('people.import.add', { count: found?.users.length ?? 0 })}
              </Button>
            </footer>
          </>
        )}
      </div>
    </Modal>
  );
}

function Found({ name, found }: { readonly name: string; readonly found: UserImportPreview }) {
  const { t } = useTexts();
  const { users, faults } = found;
  if (faults.length > 0) {
    return (
      <div role="alert">
        <p>
          <strong>{t('people.import.faults', { file: name, count: faults.length })}</strong>
        </p>
        <ol className={styles.faults}>
          {faults.map((fault) => (
            <li key={`${fault.line} ${fault.column} ${fault.kind} ${fault.value}`}>
              <FaultSentence fault={fault} />
            </li>
          ))}
        </ol>
      </div>
    );
  }
  const made = users.filter(({ hasPassword }) => !hasPassword).length;
  return (
    <p role="status">
      {t('people.import.good', { file: name, count: users.length })}{' '}
      {made > 0 && t('people.import.passwords', { count: made })}
    </p>
  );
}

function FaultSentence({ fault }: { readonly fault: ImportFault }) {
  const { t } = useTexts();
  const { line, column, kind, value } = fault;
  const where = line > 0 ? t('people.import.line', { line }) : '';
  return (
    <>
      <strong>{where}</strong> {t(`people.import.fault.${kind}`, { column, value })}
    </>
  );
}

/** What was added, with the passwords that are told this once. */
function Made({ answer, onClose }: { readonly answer: UserImportAnswer; readonly onClose: () => void }) {
  const { t } = useTexts();
  const told = answer.users.filter(({ password }) => password !== null);
  const lines = [
    [t('displayName'), t('username'), t('password')],
    ...told.map(({ displayName, username, password }) => [displayName, username, password ?? '']),
  ];
  return (
    <>
      <p role="status">{t('people.import.done', { count: answer.users.length })}</p>
      {told.length > 0 && (
        <>
          <p>{t('people.import.once')}</p>
          <ScrollArea.Autosize
            mah={340}
            viewportProps={{ tabIndex: 0, 'aria-label': t('password'), role: 'group' }}
          >
            <table className={styles.made}>
              <thead>
                <tr>
                  {lines[0]?.map((heading) => (
                    <th key={heading} scope="col">
                      {heading}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {told.map(({ displayName, username, password }) => (
                  <tr key={username}>
                    <td>{displayName}</td>
                    <td>{username}</td>
                    <td className={styles.secret}>{password}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollArea.Autosize>
        </>
      )}
      <footer className={styles.foot}>
        {told.length > 0 && (
          <Button
            variant="default"
            leftSection={<IconDownload size={18} aria-hidden />}
            onClick={() => saveAsFile('kata-sandi.csv', 'text/csv', asCsv(lines))}
          >
            {t('people.import.savePasswords')}
          </Button>
        )}
        <Button onClick={onClose}>{t('close')}</Button>
      </footer>
    </>
  );
}

/** Semicolons and a byte order mark: so Excel in Indonesian opens it in columns. */
function asCsv(lines: readonly (readonly string[])[]): string {
  // A text that begins like a formula is no formula.
  const cell = (text: string) => `"${text.replace(/^(?=[=+\-@\t])/, "'").replaceAll('"', '""')}"`;
  return `\uFEFF${lines.map((line) => line.map(cell).join(';')).join('\r\n')}\r\n`;
}

function template(counters: readonly AdminCounter[]): string {
  const [first, second] = counters;
  const institution = first?.agency ?? 'Dinas Sosial';
  return asCsv([
    ['nama', 'nama_pengguna', 'peran', 'instansi', 'gerai', 'kata_sandi'],
    ['Siti Rahmawati', 'siti', 'petugas', '', `${first?.code ?? 'A'} ${second?.code ?? 'B'}`, ''],
    ['Joko Widagdo', 'joko', 'penyelia', institution, '', ''],
    ['Ratna Dewi', 'ratna', 'penyelia', 'seluruh balai', '', ''],
  ]);
}
