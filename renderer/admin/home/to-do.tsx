import { Button } from '@mantine/core';
import {
  IconAlertTriangle,
  IconDatabaseExport,
  IconDevices,
  IconLanguage,
  IconPrinter,
} from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { callRoute } from '../../client/api';
import { FormError } from '../../ui/office/form-error';
import { useTexts } from '../texts';
import { Card } from './card';
import styles from './to-do.module.css';
import type { ToDoItem, ToDoKind } from './use-to-dos';

const pictures: Readonly<Record<ToDoKind, typeof IconPrinter>> = {
  printer: IconPrinter,
  device: IconDevices,
  backup: IconDatabaseExport,
  name: IconLanguage,
  finding: IconAlertTriangle,
};

/** Many are folded: the gravest come first. */
const firstShown = 6;

/** What there is to do, each with its one act. `isFirst`: the first act is the page's main one. */
export function ToDo(props: { readonly toDos: readonly ToDoItem[] | undefined; readonly isFirst: boolean }) {
  const { toDos } = props;
  const { t } = useTexts();
  const [allShown, setAllShown] = useState(false);
  const rest = (toDos?.length ?? 0) - firstShown;
  return (
    <Card title={t('home.toDo.title')}>
      {!toDos && <p>{t('loading')}</p>}
      {toDos?.length === 0 && <p>{t('home.toDo.nothing')}</p>}
      <ul className={styles.items}>
        {toDos?.slice(0, allShown ? undefined : firstShown).map((item, index) => (
          <Item key={item.key} item={item} isMain={props.isFirst && index === 0} />
        ))}
      </ul>
      {rest > 0 && !allShown && (
        <button type="button" className={styles.more} onClick={() => setAllShown(true)}>
          {t('findings.more', { count: rest })}
        </button>
      )}
    </Card>
  );
}

function Item({ item, isMain }: { readonly item: ToDoItem; readonly isMain: boolean }) {
  const { t } = useTexts();
  const { act } = item;
  const Picture = pictures[item.kind];
  const variant = isMain ? 'filled' : 'default';
  return (
    <li className={styles.item} data-waits={item.canWait || undefined}>
      <span className={styles.picture}>
        <Picture size={22} aria-hidden />
      </span>
      <div className={styles.words}>
        <h3>{item.title}</h3>
        {item.follows && <p>{item.follows}</p>}
        {item.error && (
          <details>
            <summary>{t('findings.error')}</summary>
            <code>{item.error}</code>
          </details>
        )}
      </div>
      {act && 'roll' in act && <NewRoll text={act.text} printerId={act.roll} variant={variant} />}
      {act && 'href' in act && (
        <Button
          component="a"
          className={styles.act ?? ''}
          variant={variant}
          size="sm"
          href={act.href}
          {...(act.isFile ? { download: true } : {})}
        >
          {act.text}
        </Button>
      )}
    </li>
  );
}

function NewRoll(props: { readonly text: string; readonly printerId: string; readonly variant: string }) {
  const begin = useMutation({
    mutationFn: () => callRoute('beginRoll', { params: { id: props.printerId } }),
  });
  return (
    <div>
      <Button
        className={styles.act ?? ''}
        variant={props.variant}
        size="sm"
        loading={begin.isPending}
        onClick={() => begin.mutate()}
      >
        {props.text}
      </Button>
      <FormError error={begin.error} />
    </div>
  );
}
