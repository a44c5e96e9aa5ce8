import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { newKey, Refused } from '../../client/api';
import { refreshBelow } from '../../client/use-route';
import { sameValue, useEdit } from '../../ui/office/drafts';
import { faultLine } from '../../ui/office/fault-line';

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
  /** The fields that can be changed here, each with what people call it. */
  readonly rows: readonly { readonly key: keyof Row & string; readonly label: string }[];
  readonly load: () => Promise<Row>;
  readonly change: (changes: Partial<Row>, version: number) => Promise<Row>;
  readonly make: (row: Row, key: string) => Promise<Row>;
  readonly onMade: (row: Row) => void;
}) {
  const { row } = options;
  const names: Readonly<Partial<Record<string, string>>> = Object.fromEntries(
    options.rows.map(({ key, label }) => [key, label]),
  );
  const queries = useQueryClient();
  const edit = useEdit(options.draftKey, row);
  const [theirs, setTheirs] = useState<Row | null>(null);
  const [key, setKey] = useState(newKey);
  const refresh = () => refreshBelow(queries, '/admin');
  const save = useMutation({
    mutationFn: (value: Row) =>
      row.id === '' ? options.make(value, key) : options.change(edit.changes, edit.base.version),
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
  const fields = options.rows.map(({ key }) => key);
  const named = (wanted: readonly (keyof Row & string)[]) => wanted.map((field) => names[field] ?? field);
  const forget = () => {
    setTheirs(null);
    save.reset();
  };
  return {
    edit,
    submit: () => {
      if (!save.isPending && theirs === null) save.mutate(edit.value);
    },
    faults: faultsOf(save.error, save.variables, edit.value),
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

/** Why the server refused each field that is still as it was sent, by the field's name. */
function faultsOf<Row extends object>(
  error: Error | null,
  sent: Row | undefined,
  now: Row,
): Readonly<Partial<Record<string, string>>> {
  const refused = (error instanceof Refused && error.problem.errors) || [];
  return Object.fromEntries(
    refused
      .map(({ path, message }) => [path.split('.')[0] ?? '', faultLine('', message)] as const)
      .filter(([field]) => sent && sameValue(sent[field as keyof Row], now[field as keyof Row])),
  );
}
