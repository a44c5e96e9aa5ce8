import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';

/** What was typed and not saved yet: the row as it was when the first change was made, and the changes. */
interface Draft {
  readonly base: object;
  readonly changes: object;
}
type Drafts = Readonly<Record<string, Draft>>;

interface DraftStore {
  readonly drafts: Drafts;
  readonly put: (key: string, draft: Draft | null) => void;
  /** When each was last saved here, as `performance.now()` tells. */
  readonly savedAt: Readonly<Record<string, number>>;
  readonly markSaved: (key: string) => void;
}

const DraftsContext = createContext<DraftStore>({
  drafts: {},
  put: () => undefined,
  savedAt: {},
  markSaved: () => undefined,
});

/** Keeps what isn't saved while its editor is left for another; the browser asks before all of it is lost. */
export function DraftsProvider({ children }: { readonly children: ReactNode }) {
  const [drafts, setDrafts] = useState<Drafts>({});
  const [savedAt, setSavedAt] = useState<Readonly<Record<string, number>>>({});
  const put = useCallback((key: string, draft: Draft | null) => {
    setDrafts(({ [key]: _before, ...others }) => (draft ? { ...others, [key]: draft } : others));
  }, []);
  const markSaved = useCallback((key: string) => {
    setSavedAt((before) => ({ ...before, [key]: performance.now() }));
  }, []);
  const unsaved = Object.keys(drafts).length > 0;
  useEffect(() => {
    if (!unsaved) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [unsaved]);
  const value = useMemo(() => ({ drafts, put, savedAt, markSaved }), [drafts, put, savedAt, markSaved]);
  return <DraftsContext value={value}>{children}</DraftsContext>;
}

/** All that isn't saved, by the key of its edit, and when each was saved. */
export function useDraftStore(): DraftStore {
  return useContext(DraftsContext);
}

export interface Edit<Row> {
  /** The row with what was typed. */
  readonly value: Row;
  /** The row as it was when the first change was made: its version goes with the save. */
  readonly base: Row;
  readonly changes: Partial<Row>;
  readonly changed: readonly (keyof Row & string)[];
  /** Sets fields; one that is as it was counts as unchanged again. */
  readonly set: (fields: Partial<Row>) => void;
  readonly discard: () => void;
  /** Keeps what was typed, on top of the row as it is saved now. */
  readonly rebase: (row: Row) => void;
}

/** The keys of what was typed and not saved (`service:12`). */
export function useDraftKeys(): readonly string[] {
  return Object.keys(useContext(DraftsContext).drafts);
}

/** The edit of one row, kept under a key of its own (`service:12`). */
export function useEdit<Row extends object>(key: string, row: Row): Edit<Row> {
  return editOf(useDraftStore(), key, row);
}

/** The edit of one of several rows, where a page knows only while it runs how many there are. */
export function editOf<Row extends object>({ drafts, put }: DraftStore, key: string, row: Row): Edit<Row> {
  const draft = drafts[key] as { readonly base: Row; readonly changes: Partial<Row> } | undefined;
  const base = draft?.base ?? row;
  const changes: Partial<Row> = draft?.changes ?? {};
  const keep = (on: Row, wanted: Partial<Row>) => {
    const different = Object.fromEntries(
      Object.entries(wanted).filter(([field, value]) => !sameValue(value, on[field as keyof Row])),
    );
    put(key, Object.keys(different).length > 0 ? { base: on, changes: different } : null);
  };
  return {
    value: { ...base, ...changes },
    base,
    changes,
    changed: Object.keys(changes) as (keyof Row & string)[],
    set: (fields) => keep(base, { ...changes, ...fields }),
    discard: () => put(key, null),
    rebase: (now) => keep(now, changes),
  };
}

/** Whether two values from JSON are the same. */
export function sameValue(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
