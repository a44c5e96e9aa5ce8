/** So many of its numbers a phone tells of, to be given no second one for the same service. */
export const heldMost = 8;
