/** What one package is, as Vite's `build.license` tells it. */
export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  /** SPDX. */
  readonly identifier?: string;
  readonly text?: string;
}
/** Where a build leaves what it bundled, below its output folder. */
export function bundledFile(name: string): string;
/** Whether something under this SPDX expression may go into Antre. */
export function mayShip(licence: string): boolean;
/** Writes build/third-party-notices.txt below `root`; returns what may not be shipped, each with its licence. */
export function writeNotices(root: string, bundledFiles: readonly string[]): string[];
