/** Ids by their places on the board; a place that somebody left is null. */
export type Places = readonly (string | null)[];

/**
 * Where each counter stands on the board, so that nothing moves which somebody looks for: what stood there keeps its
 * place, what is new takes the first that is free. Only where a page becomes free do the last fill the gaps, and those
 * that come first (a stop that people wait behind) change places with what stood at the front. So many stand on the
 * board at once as `placesAPage` says.
 */
export function keptPlaces(
  before: Places,
  present: readonly { readonly id: string; readonly isFirst: boolean }[],
  placesAPage: number,
): Places {
  const ids = new Set(present.map(({ id }) => id));
  const places = before.map((id) => (id !== null && ids.has(id) ? id : null));
  for (const { id } of present) {
    if (places.includes(id)) continue;
    const free = places.indexOf(null);
    places[free < 0 ? places.length : free] = id;
  }
  const needed = Math.ceil(ids.size / placesAPage) * placesAPage;
  while (places.length > needed) {
    const last = places.pop() ?? null;
    if (last !== null) places[places.indexOf(null)] = last;
  }
  const first = present.filter(({ isFirst }) => isFirst).map(({ id }) => id);
  for (const id of first) {
    const place = places.indexOf(id);
    const front = places.findIndex((each) => each === null || !first.includes(each));
    if (front >= 0 && front < place && place >= first.length) {
      places[place] = places[front] ?? null;
      places[front] = id;
    }
  }
  return places;
}
