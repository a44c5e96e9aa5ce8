import { Button, FileButton, Modal } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { StandardListFault, StandardListPreview } from '../../../electron/contract/standard-list';
import { callRoute } from '../../client/api';
import { refreshBelow } from '../../client/use-route';
import panel from '../people/person-panel.module.css';
import { FileError } from '../records/file-error';
import { useTexts } from '../texts';
import styles from './standards.module.css';

/** Takes standards from a spreadsheet: first what it would change and what is wrong in it, then all of it or nothing. */
export function ImportStandards({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTexts();
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const preview = useMutation({
    mutationFn: (chosen: File) => {
      setFile(chosen);
      return callRoute('previewStandardList', { file: chosen });
    },
  });
  const take = useMutation({
    mutationFn: (chosen: File) => callRoute('importStandardList', { file: chosen }),
    onSuccess: () => refreshBelow(queries, '/admin'),
  });
  const found = preview.data;
  const count = found?.services.length ?? 0;
  const isReady = file !== null && found !== undefined && found.faults.length === 0 && count > 0;
  return (
    <Modal
      opened
      size={720}
      title={t('standards.import.title')}
      closeButtonProps={{ 'aria-label': t('close') }}
      onClose={onClose}
    >
      <div className={panel.body}>
        <FileError error={preview.error ?? take.error} />
        {take.data ? (
          <>
            <p role="status">{t('standards.import.done', { count: take.data.changed })}</p>
            <footer className={panel.foot}>
              <Button onClick={onClose}>{t('close')}</Button>
            </footer>
          </>
        ) : (
          <>
            <p>{t('standards.import.help')}</p>
            <FileButton
              accept=".xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
              onChange={(chosen) => chosen && preview.mutate(chosen)}
            >
              {(button) => (
                <Button
                  {...button}
                  variant={isReady ? 'default' : 'filled'}
                  loading={preview.isPending}
                  leftSection={<IconFileImport size={20} aria-hidden />}
                >
                  {t('standards.import.choose')}
                </Button>
              )}
            </FileButton>
            {file && found && <Found name={file.name} found={found} />}
            <footer className={panel.foot}>
              <Button variant="default" onClick={onClose}>
                {t('cancel')}
              </Button>
              <Button disabled={!isReady} loading={take.isPending} onClick={() => file && take.mutate(file)}>
                {t('standards.import.take', { count })}
              </Button>
            </footer>
          </>
        )}
      </div>
    </Modal>
  );
}

function Found({ name, found }: { readonly name: string; readonly found: StandardListPreview }) {
  const { t, local } = useTexts();
  const { services, faults } = found;
  if (faults.length > 0) {
    return (
      <div role="alert">
        <p>
          <strong>{t('standards.import.faults', { file: name, count: faults.length })}</strong>
        </p>
        <ol className={panel.faults}>
          {faults.map((fault) => (
            <li key={`${fault.line} ${fault.column} ${fault.kind} ${fault.value}`}>
              {<Fault fault={fault} />}
            </li>
          ))}
        </ol>
      </div>
    );
  }
  return (
    <div role="status">
      <p>
        {services.length === 0
          ? t('standards.import.same', { file: name })
          : t('standards.import.good', { file: name, count: services.length })}
      </p>
      <ul className={styles.found}>
        {services.map((service) => (
          <li key={service.id}>
            {local(service.name)}: {t('standards.import.fields', { count: service.fields.length })}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Fault({ fault }: { readonly fault: StandardListFault }) {
  const { t } = useTexts();
  const { line, column, kind, value } = fault;
  const where = [line > 0 ? t('standards.import.line', { line }) : '', column].filter(Boolean).join(', ');
  return (
    <>
      {where !== '' && <strong>{where}: </strong>}
      {t(`standards.import.fault.${kind}`, { value })}.
    </>
  );
}
