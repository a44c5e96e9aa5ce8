export type OldVersion = 80 | 92 | 109;

/** Where the program of a version is, once it has been fetched. */
export function oldChromiumAt(version: OldVersion): string;
/** Fetches those that are missing, and says so. Throws where a package can't be had or is another than expected. */
export function fetchOldBrowsers(): void;
