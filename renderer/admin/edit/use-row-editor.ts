import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { newKey, Refused } from '../../client/api';
import { refreshBelow } from '../../client/use-route';
import { sameValue, useEdit } from './drafts';

interface VersionedRow {
  /** Empty: it isn't made yet. */
  readonly id: string;
  readonly version: number;
}

/**
 * The edit of one row of a collection, with its save. Where another admin saved meanwhile, their row is read so that
 * the person can be told what differs, and choose.
 */
export function useRowEditor<Row extends VersionedRow>(options: {
  readonly draftKey: string;
  readonly row: Row;
  /** The fields that can be changed here, in people's words. */
  readonly names: Readonly<Partial<Record<keyof Row & string, string>>>;
  readonly load: () => Promise<Row>;
  readonly change: (changes: Partial<Row>, version: number) => Promise<Row>;
  readonly make: (row: Row, key: string) => Promise<Row>;
  readonly onMade: (row: Row) => void;
}) {
  const { row, names } = options;
  const queries = useQueryClient();
  const edit = useEdit(options.draftKey, row);
  const [theirs, setTheirs] = useState<Row | null>(null);
  const [key, setKey] = useState(newKey);
  const refresh = () => refreshBelow(queries, '/admin');
  const save = useMutation({
    mutationFn: () =>
      row.id === '' ? options.make(edit.value, key) : options.change(edit.changes, edit.base.version),
    onSuccess: async (saved) => {
      edit.discard();
      setKey(newKey());
      await refresh();
      if (row.id === '') options.onMade(saved);
    },
    onError: async (error) => {
      if (!(error instanceof Refused)) return;
      setKey(newKey());
      if (error.problem.code === 'changed_meanwhile') setTheirs(await options.load());
    },
  });
  const fields = Object.keys(names) as (keyof Row & string)[];
  const named = (wanted: readonly (keyof Row & string)[]) => wanted.map((field) => names[field] ?? field);
  const forget = () => {
    setTheirs(null);
    save.reset();
  };
  return {
    edit,
    submit: () => {
      if (!save.isPending && theirs === null) save.mutate();
    },
    bar: {
      changed: named(edit.changed),
      names,
      saving: save.isPending,
      error: save.error,
      meanwhile: theirs && named(fields.filter((field) => !sameValue(theirs[field], edit.base[field]))),
      onKeepMine: () => {
        if (theirs) edit.rebase(theirs);
        forget();
      },
      onDiscard: () => {
        edit.discard();
        forget();
        void refresh();
      },
    },
  };
}
