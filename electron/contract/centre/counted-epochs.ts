/** An epoch of a hall's journal as the centre has it. */
export interface KnownEpoch {
  readonly epoch: number;
  readonly lastSeq: number;
  /** The row after which it goes on; null: after none, all sums follow. */
  readonly after: { readonly epoch: number; readonly seq: number } | null;
}

/**
 * Up to which row each epoch counts: all of the newest, what that goes on after, what that goes on after. The rest stays where it is and
 * counts for nothing (0), so that two lines of rows that parted are never added up, whichever of them goes on.
 */
export function countedEpochs(epochs: readonly KnownEpoch[]): ReadonlyMap<number, number> {
  const known = new Map(epochs.map((each) => [each.epoch, each]));
  const counted = new Map(epochs.map(({ epoch }) => [epoch, 0]));
  let at = epochs.reduce<KnownEpoch | undefined>(
    (newest, each) => (newest && newest.epoch > each.epoch ? newest : each),
    undefined,
  );
  let upTo = Number.POSITIVE_INFINITY;
  while (at) {
    counted.set(at.epoch, Math.min(at.lastSeq, upTo));
    const { after, epoch } = at;
    upTo = after?.seq ?? 0;
    // An epoch goes on after an earlier one; whatever says otherwise, goes on after none.
    at = after && after.epoch < epoch ? known.get(after.epoch) : undefined;
  }
  return counted;
}

/**
 * Whether a hall that opens an epoch, since it found other rows than its own at the centre, goes on after a row that others had left behind
 * already: two machines take turns with one key, each taking the other for the past. (A hall that went back by itself
 * goes on after what counts.)
 */
export function takeTurns(
  opened: { readonly reason: string; readonly after: KnownEpoch['after'] },
  epochs: readonly KnownEpoch[],
): boolean {
  const { reason, after } = opened;
  if (reason !== 'centre_differs' || after === null) return false;
  const there = epochs.find(({ epoch }) => epoch === after.epoch);
  return there !== undefined && after.seq > (countedEpochs(epochs).get(after.epoch) ?? 0);
}
