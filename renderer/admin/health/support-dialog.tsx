import { Button, Modal } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { SupportBundle } from '../../../electron/contract/admin-health';
import { useRoute } from '../../client/use-route';
import { FormError } from '../../ui/office/form-error';
import { sizeInWords } from '../../ui/office/size-in-words';
import { saveAsFile } from '../records/files';
import { useTexts } from '../texts';
import styles from './support-dialog.module.css';

/** Shows every file of the bundle for support as it would leave, and only then lets it be saved. */
export function SupportDialog({ onClose }: { readonly onClose: () => void }) {
  const { t, language } = useTexts();
  // Made anew each time it is opened, and kept while it is read: what is saved is what was read.
  const bundle = useRoute('supportBundle', {}, { gcTime: 0, staleTime: Number.POSITIVE_INFINITY });
  const [chosen, setChosen] = useState(0);
  const save = useMutation({ mutationFn: saveBundle });
  const files = bundle.data?.files ?? [];
  const shown = files[chosen];
  return (
    <Modal
      opened
      size={1040}
      title={t('health.bundle.title')}
      closeButtonProps={{ 'aria-label': t('close') }}
      onClose={onClose}
    >
      <div className={styles.body}>
        <p>{t('health.bundle.help')}</p>
        <FormError error={bundle.error ?? save.error} />
        {bundle.isPending && <p role="status">{t('loading')}</p>}
        {shown && (
          <div className={styles.reader}>
            <nav aria-label={t('health.bundle.files')}>
              {files.map(({ name, text }, at) => (
                <button
                  key={name}
                  type="button"
                  aria-current={at === chosen || undefined}
                  onClick={() => setChosen(at)}
                >
                  <span>{name}</span>
                  <small>{sizeInWords(new Blob([text]).size, language)}</small>
                </button>
              ))}
            </nav>
            {/* Long texts are read with the keyboard too. */}
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls */}
            <section key={shown.name} tabIndex={0} aria-label={shown.name}>
              <pre>{shown.text === '' ? t('health.bundle.empty') : shown.text}</pre>
            </section>
          </div>
        )}
        <footer className={styles.foot}>
          {save.data && <p role="status">{t('health.bundle.saved', { name: save.data })}</p>}
          <Button variant="default" onClick={onClose}>
            {t('close')}
          </Button>
          <Button
            leftSection={<IconDownload size={20} aria-hidden />}
            disabled={!bundle.data}
            loading={save.isPending}
            onClick={() => bundle.data && save.mutate(bundle.data)}
          >
            {t('health.bundle.save')}
          </Button>
        </footer>
      </div>
    </Modal>
  );
}

/** Packs the texts as they were read and hands them to the browser; returns the file's name. */
async function saveBundle({ name, files }: SupportBundle): Promise<string> {
  const { strToU8, zipSync } = await import('fflate');
  const packed = zipSync(Object.fromEntries(files.map((file) => [file.name, strToU8(file.text)])));
  saveAsFile(name, 'application/zip', packed);
  return name;
}
