/**
 * Writes topics as the query `topics` of a line to the server's events has them, not yet encoded for an address. A zone's
 * name may hold the comma that stands between topics (`board:Lantai 1, Timur`).
 */
export function topicList(topics: readonly string[]): string {
  return topics.map((topic) => topic.replace(/[%,]/g, encodeURIComponent)).join(',');
}

/** Reads such a list. A `%` that stands for nothing is one, so that a name may also be written as it is. */
export function topicsOfList(list: string): string[] {
  return list.split(',').map((topic) => topic.replace(/%(?:25|2C)/gi, decodeURIComponent));
}
