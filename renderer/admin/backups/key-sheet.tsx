import { Button, TextInput } from '@mantine/core';
import { IconDownload, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import type { CopyKey } from '../../../electron/contract/admin-copies';
import { FormError } from '../../ui/office/form-error';
import { useOffice } from '../../ui/office/frame/office-context';
import { printApart } from '../records/print-apart';
import { useTexts } from '../texts';
import styles from './backups.module.css';

const beginning = 'AGE-SECRET-KEY-1';
const lastLetters = 4;

/** Shows a recovery key once, to be printed or written down; goes on only for who types its end from there. */
export function KeySheet(props: {
  readonly made: CopyKey;
  readonly error: Error | null;
  readonly isSaving: boolean;
  readonly onKept: () => void;
  readonly onClose: () => void;
}) {
  const { key, name } = props.made;
  const { t } = useTexts();
  const { site } = useOffice();
  const [typed, setTyped] = useState('');
  const [isWrong, setIsWrong] = useState(false);
  const groups = inFours(key.slice(beginning.length));
  const lines = [
    t('copies.sheet.title', { hall: site.name, name }),
    t('copies.sheet.what'),
    `${beginning}`,
    ...inRows(groups).map((row) => row.join('  ')),
    t('copies.sheet.how'),
  ];
  return (
    <form
      className={styles.body}
      onSubmit={(event) => {
        event.preventDefault();
        const isRight = typed.replace(/\s/g, '').toUpperCase() === key.slice(-lastLetters);
        setIsWrong(!isRight);
        if (isRight && !props.isSaving) props.onKept();
      }}
    >
      <FormError error={props.error} />
      <p>{t('copies.key.what')}</p>
      <p className={styles.warning}>{t('copies.key.once')}</p>
      <section className={styles.sheet} aria-label={t('copies.key')}>
        <span>
          {t('copies.keyNamed')} <b className={styles.keyName}>{name}</b>
        </span>
        <code>{beginning}</code>
        <code className={styles.groups}>
          {groups.map((group, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the groups of a key don't change their places
            <span key={place}>{group}</span>
          ))}
        </code>
      </section>
      <div className={styles.buttons}>
        <Button
          variant="default"
          leftSection={<IconPrinter size={20} aria-hidden />}
          onClick={() => printLines(lines)}
        >
          {t('copies.key.print')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconDownload size={20} aria-hidden />}
          onClick={() => saveText(`antre-kunci-${name}.txt`, `# ${lines[0]}\n# ${lines[1]}\n${key}\n`)}
        >
          {t('copies.key.save')}
        </Button>
      </div>
      <TextInput
        label={t('copies.key.proof')}
        description={t('copies.key.proof.help')}
        autoComplete="off"
        spellCheck={false}
        maxLength={8}
        value={typed}
        error={isWrong && t('copies.key.proof.wrong')}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <footer className={styles.foot}>
        <Button variant="default" onClick={props.onClose}>
          {t('cancel')}
        </Button>
        <Button type="submit" disabled={typed === ''} loading={props.isSaving}>
          {t('copies.key.kept')}
        </Button>
      </footer>
    </form>
  );
}

function inFours(letters: string): readonly string[] {
  return letters.match(/.{1,4}/g) ?? [];
}

/** Five groups a row, as people copy them. */
function inRows(groups: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(groups.length / 5) }, (_, row) => groups.slice(row * 5, row * 5 + 5));
}

/** Prints some lines on a sheet of their own. */
function printLines([title = '', ...others]: readonly string[]): void {
  printApart((inside) => {
    const lineOf = (kind: 'h1' | 'h2' | 'p', text: string) => {
      const line = inside.createElement(kind);
      line.textContent = text;
      return line;
    };
    const isOfKey = (line: string) => /^[A-Z0-9 -]+$/.test(line);
    inside.body.append(
      lineOf('h1', title),
      ...others.map((line) => lineOf(isOfKey(line) ? 'h2' : 'p', line)),
    );
  });
}

function saveText(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
