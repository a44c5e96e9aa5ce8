/** What is known of the roll in a printer. */
export interface PaperRoll {
  /** Metres on a new roll, as an admin says, and millimetres that a ticket takes. */
  readonly rollMetres: number;
  readonly ticketMillimetres: number;
  /** How many tickets the last whole roll was good for; null: none has run out yet. */
  readonly ticketsPerRoll: number | null;
  readonly printedSinceRoll: number;
  /** How many were printed when the near-end sensor first saw the end; null: it has not. */
  readonly printedAtLow: number | null;
  /** How many the last roll was still good for from there on; null: not seen yet. */
  readonly ticketsAfterLow: number | null;
  readonly state: 'fine' | 'low' | 'out';
  /** Whether its tickets were counted from its beginning. */
  readonly rollSeenNew: boolean;
}

/** Near-end sensors see the end this early, until a roll has shown how early this one does. */
const usualAfterLow = 40;
/** Somebody should bring a new roll from here on. */
const bringPaperAt = 40;

/** How many tickets a new roll is good for: as the last one was, or by its length. */
export function ticketsOnRoll({ rollMetres, ticketMillimetres, ticketsPerRoll }: PaperRoll): number {
  return ticketsPerRoll ?? Math.floor((rollMetres * 1000) / ticketMillimetres);
}

/** About how many more tickets come out; the sensor is believed before the count. */
export function paperLeft(roll: PaperRoll): number {
  if (roll.state === 'out') return 0;
  const left =
    roll.printedAtLow === null
      ? ticketsOnRoll(roll) - roll.printedSinceRoll
      : (roll.ticketsAfterLow ?? usualAfterLow) - (roll.printedSinceRoll - roll.printedAtLow);
  return Math.max(0, left);
}

/** Whether a new roll should be brought. */
export function shouldBringPaper(roll: PaperRoll): boolean {
  return roll.state !== 'fine' || paperLeft(roll) <= bringPaperAt;
}

/**
 * What a roll that ran out teaches: how many tickets it was good for, and how many from the near end on. A count far
 * from what its length allows teaches nothing: that roll was not new when the counting began, or was changed unseen.
 * One that was seen to be new is believed further off, since an admin may not have said how long the hall's rolls are.
 */
export function learnFromRoll(roll: PaperRoll): Pick<PaperRoll, 'ticketsPerRoll' | 'ticketsAfterLow'> {
  const expected = Math.floor((roll.rollMetres * 1000) / roll.ticketMillimetres);
  const { printedSinceRoll, printedAtLow } = roll;
  const factor = roll.rollSeenNew ? 5 : 2;
  const believable = printedSinceRoll >= expected / factor && printedSinceRoll <= expected * factor;
  const afterLow = printedAtLow === null ? 0 : printedSinceRoll - printedAtLow;
  return {
    ticketsPerRoll: believable ? printedSinceRoll : roll.ticketsPerRoll,
    ticketsAfterLow: afterLow > 0 ? afterLow : roll.ticketsAfterLow,
  };
}
