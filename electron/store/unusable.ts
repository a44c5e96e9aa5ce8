/** The database was written by a newer Antre, or is damaged; the message says what to do. */
export class StoreUnusable extends Error {
  override name = 'StoreUnusable';
}
