/** What goes into the package's control data. */
export interface DebianRelease {
  readonly version: string;
  /** Seconds since 1970. */
  readonly epoch: number;
  readonly architecture: 'amd64' | 'arm64';
  readonly sbom: string;
  /** Packed as small as it gets, which takes minutes. */
  readonly isForHalls?: boolean;
}
/** Packs `tree`, which has `usr/lib/antre`, with what lies in packaging/; returns the package's path. */
export function makeDebianPackage(
  root: string,
  name: 'antre-hub' | 'antre-kiosk',
  tree: string,
  release: DebianRelease,
  target: string,
): string;
