/**
 * The ids with one put at a place, from 0; a place beyond the end is the end. `ids` are all of the list in their
 * present order, the one to be put among them or not.
 */
export function putInPlace(ids: readonly number[], id: number, place: number): number[] {
  const others = ids.filter((each) => each !== id);
  return [...others.slice(0, place), id, ...others.slice(place)];
}
