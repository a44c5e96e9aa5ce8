import { ActionIcon, Button, FileButton } from '@mantine/core';
import { IconPaperclip, IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import {
  type FileOwner,
  fileMostBytes,
  type KeptFile,
  keptMediaTypes,
} from '../../../electron/contract/kept-files';
import { catalogue } from '../../../electron/texts/catalogue';
import { dateInWords } from '../../../electron/texts/dates';
import type indonesian from '../../../electron/texts/id/office/kept-files.json';
import { callRoute, newKey } from '../../client/api';
import { refreshBelow, useRoute } from '../../client/use-route';
import { FormError } from './form-error';
import styles from './kept-files.module.css';
import { useOfficeTexts } from './office-texts';
import { sizeInWords } from './size-in-words';

const texts = catalogue<typeof indonesian>(
  import.meta.glob('../../../electron/texts/*/office/kept-files.json', { eager: true, import: 'default' }),
);

/** The question is where the button was that led to it. */
const focus = (button: HTMLButtonElement | null) => button?.focus();

/** The files that are kept for one thing, to be saved, added to and removed. */
export function KeptFiles(props: {
  readonly owner: FileOwner;
  readonly title: string;
  readonly mayChange: boolean;
}) {
  const { owner, mayChange } = props;
  const { t } = useOfficeTexts(texts);
  const queries = useQueryClient();
  const files = useRoute('keptFiles', { query: owner });
  const [tooLarge, setTooLarge] = useState(false);
  const add = useMutation({
    mutationFn: (file: File) =>
      callRoute('keepFile', {
        query: { ...owner, name: file.name.slice(-120) },
        file,
        key: newKey(),
      }),
    onSuccess: () => refreshBelow(queries, '/files'),
  });
  return (
    <section className={styles.files} aria-label={props.title}>
      <strong>{props.title}</strong>
      {files.data && files.data.length > 0 && (
        <ul>
          {files.data.map((file) => (
            <Kept key={file.id} file={file} mayChange={mayChange} />
          ))}
        </ul>
      )}
      {mayChange && (
        <div className={styles.add}>
          <FileButton
            accept={Object.values(keptMediaTypes).join(',')}
            onChange={(file) => {
              add.reset();
              setTooLarge(file !== null && file.size > fileMostBytes);
              if (file && file.size <= fileMostBytes) add.mutate(file);
            }}
          >
            {(button) => (
              <Button
                {...button}
                variant="default"
                loading={add.isPending}
                leftSection={<IconPaperclip size={20} aria-hidden />}
              >
                {t('keptFiles.add')}
              </Button>
            )}
          </FileButton>
          <span>{t('keptFiles.help')}</span>
        </div>
      )}
      {tooLarge && <p role="alert">{t('keptFiles.tooLarge')}</p>}
      <FormError error={files.error ?? add.error} />
    </section>
  );
}

function Kept({ file, mayChange }: { readonly file: KeptFile; readonly mayChange: boolean }) {
  const { t, language } = useOfficeTexts(texts);
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const remove = useMutation({
    mutationFn: () => callRoute('removeFile', { params: { id: file.id } }),
    onSuccess: () => refreshBelow(queries, '/files'),
  });
  const about = {
    size: sizeInWords(file.bytes, language),
    date: dateInWords(file.addedAt.slice(0, 10), language, 'year'),
  };
  return (
    <li className={styles.file}>
      {file.missing ? (
        <strong>{file.name}</strong>
      ) : (
        <a href={`/api/v1/files/${file.id}/content`} download>
          {file.name}
        </a>
      )}
      <span>
        {file.missing
          ? t('keptFiles.missing')
          : file.addedBy
            ? t('keptFiles.by', { ...about, who: file.addedBy })
            : t('keptFiles.byProgram', about)}
      </span>
      {mayChange && !asking && (
        <ActionIcon
          variant="subtle"
          color="mengkudu"
          size={40}
          aria-label={t('keptFiles.remove', { name: file.name })}
          onClick={() => setAsking(true)}
        >
          <IconTrash size={20} aria-hidden />
        </ActionIcon>
      )}
      {asking && (
        <div className={styles.ask}>
          <span>{t('keptFiles.ask', { name: file.name })}</span>
          <Button color="mengkudu" loading={remove.isPending} onClick={() => remove.mutate()}>
            {t('keptFiles.yes')}
          </Button>
          <Button variant="default" ref={focus} onClick={() => setAsking(false)}>
            {t('keptFiles.no')}
          </Button>
        </div>
      )}
      <FormError error={remove.error} />
    </li>
  );
}
