import { Button, FileButton, Modal, Select, Textarea } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ClosureListPreview } from '../../../electron/contract/admin-closures';
import { callRoute, newKey } from '../../client/api';
import { refreshBelow } from '../../client/use-route';
import { formatDate } from '../../i18n/time';
import { FormError } from '../../ui/office/form-error';
import styles from '../hall/go-live-dialog.module.css';
import { FileError } from '../records/file-error';
import { readTextFile } from '../records/files';
import { useTexts } from '../texts';
import { nationalHolidays } from './national-holidays';

/** Closes on the days of a list: national holidays that come with Antre, or what an admin pastes. */
export function ListDialog(props: {
  readonly scopes: readonly { readonly value: string; readonly label: string }[];
  readonly onClose: () => void;
}) {
  const { t } = useTexts();
  const queries = useQueryClient();
  const [scope, setScope] = useState('hall');
  const [text, setText] = useState('');
  const [key] = useState(newKey);
  const look = useMutation({
    mutationFn: () => callRoute('previewClosureList', { body: { scope, text } }),
  });
  const take = useMutation({
    mutationFn: () => callRoute('importClosureList', { key, body: { scope, text } }),
    onSuccess: async () => {
      await refreshBelow(queries, '/admin');
      props.onClose();
    },
  });
  const read = useMutation({ mutationFn: readTextFile, onSuccess: (written) => change(written) });
  const change = (written: string) => {
    setText(written);
    look.reset();
    take.reset();
  };
  const found = look.data;
  const ready =
    found !== undefined && found.faults.length === 0 && found.days.some(({ already }) => !already);
  return (
    <Modal
      opened
      size={720}
      onClose={props.onClose}
      title={t('closures.list')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form
        className={styles.body}
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) take.mutate();
          else look.mutate();
        }}
      >
        <div className={styles.row}>
          {Object.entries(nationalHolidays).map(([year, { certain, list }]) => (
            <Button key={year} variant="default" size="sm" onClick={() => change(list)}>
              {t(certain ? 'closures.holidays' : 'closures.holidays.estimate', { year })}
            </Button>
          ))}
          <FileButton
            accept=".csv,.txt,.tsv,text/csv,text/plain"
            onChange={(file) => file && read.mutate(file)}
          >
            {(button) => (
              <Button
                {...button}
                variant="default"
                size="sm"
                leftSection={<IconFileText size={18} aria-hidden />}
              >
                {t('closures.file')}
              </Button>
            )}
          </FileButton>
        </div>
        {Object.values(nationalHolidays).some(({ certain, list }) => !certain && list === text) && (
          <p className={styles.warning}>◆ {t('closures.estimate')}</p>
        )}
        <FileError error={read.error} />
        <Textarea
          label={t('closures.lines')}
          description={t('closures.lines.help')}
          placeholder="25/12/2026; Natal; Christmas"
          rows={9}
          value={text}
          onChange={(event) => change(event.currentTarget.value)}
        />
        <Select
          label={t('closures.whose')}
          searchable
          allowDeselect={false}
          data={props.scopes}
          value={scope}
          onChange={(chosen) => {
            if (chosen) setScope(chosen);
            look.reset();
          }}
        />
        <FormError error={look.error ?? take.error} />
        {found && <Found found={found} />}
        <footer className={styles.foot}>
          <Button variant="default" onClick={props.onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" disabled={text.trim() === ''} loading={look.isPending || take.isPending}>
            {ready
              ? t('closures.take', { count: found.days.filter(({ already }) => !already).length })
              : t('closures.look')}
          </Button>
        </footer>
      </form>
    </Modal>
  );
}

function Found({ found }: { readonly found: ClosureListPreview }) {
  const { t, local, language } = useTexts();
  return (
    <div role="status">
      {found.faults.length > 0 && (
        <>
          <p className={styles.warning}>◆ {t('closures.faults')}</p>
          <ul className={styles.list}>
            {found.faults.map((fault) => (
              <li key={`${fault.line}:${fault.kind}`}>
                {fault.line > 0 && `${t('closures.line', { line: fault.line })}: `}
                {t(`closures.fault.${fault.kind}`, { value: fault.value })}
              </li>
            ))}
          </ul>
        </>
      )}
      <ul className={styles.list}>
        {found.days.map((day) => (
          <li key={day.date}>
            {formatDate(`${day.date}T00:00:00Z`, 'UTC', language, { year: true })}: {local(day.reason)}
            {day.already && ` (${t('closures.already')})`}
          </li>
        ))}
      </ul>
    </div>
  );
}
