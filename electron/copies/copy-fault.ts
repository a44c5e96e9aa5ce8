import type { OpenFault, PlaceFault } from '../contract/admin-copies';

/** A copy can't be made in a second place; what lies there is as it was. */
export class PlaceUnusableError extends Error {
  override name = 'PlaceUnusableError';
  constructor(readonly fault: PlaceFault) {
    super(`the second place is of no use: ${fault}`);
  }
}

/** A copy of a second place can't be opened. */
export class CopyUnopenedError extends Error {
  override name = 'CopyUnopenedError';
  constructor(readonly fault: OpenFault) {
    super(`the copy can't be opened: ${fault}`);
  }
}

const faultOfCode: Readonly<Partial<Record<string, PlaceFault>>> = {
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  ENODEV: 'missing',
  EACCES: 'not_allowed',
  EPERM: 'not_allowed',
  EROFS: 'read_only',
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'too_large',
  EIO: 'broken',
  ENXIO: 'broken',
  ENOTCONN: 'broken',
  ESTALE: 'broken',
  EHOSTDOWN: 'broken',
  EHOSTUNREACH: 'broken',
  ETIMEDOUT: 'broken',
  EUNKNOWN: 'broken',
};

/** What a file system's error means for a second place; any other error as it is. */
export function asPlaceFault(error: unknown): unknown {
  const fault = faultOfCode[(error as NodeJS.ErrnoException).code ?? ''];
  return fault === undefined ? error : new PlaceUnusableError(fault);
}
