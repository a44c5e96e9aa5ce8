/** The database can't be replaced just now: it is being copied or checked. Trying again later helps. */
export class StoreBusy extends Error {
  override name = 'StoreBusy';
}

/** The database was written by a newer Antre, or is damaged; the message says what to do. */
export class StoreUnusable extends Error {
  override name = 'StoreUnusable';
}

/** Another Antre works with the data; once it has ended they can be used. */
export class DataInUse extends StoreUnusable {}
