import type { ReachableTarget } from '../../electron/contract/printer-target';

/** A USB printer by its ids, and by what tells it from others of its kind. Cheap ones of a kind may all have the same serial number. */
export type UsbAddress = Omit<Extract<ReachableTarget, { kind: 'usb' }>, 'kind'>;

/**
 * Which of the attached devices an address means, in the order to try them; `others` are the addresses that are in use
 * beside it. An address without a socket means the first of its kind that is free. Else it is the one in that socket;
 * where it was put into another one, the only one like it that no other address names; and where it is not there at
 * all, one of the same kind that was put in its place.
 */
export function devicesMeant<Device extends UsbAddress>(
  address: UsbAddress,
  attached: readonly Device[],
  others: readonly UsbAddress[],
): readonly Device[] {
  const ofKind = attached.filter((device) => isOfKind(address, device));
  const equal = ofKind.filter(({ serial }) => address.serial === null || serial === address.serial);
  const free = equal.filter((device) => !others.some((other) => other.port !== null && names(other, device)));
  if (address.port === null) return free;
  const here = equal.filter(({ port }) => port === address.port);
  if (here.length > 0) return here;
  // With several it would be a guess which one it is, and a ticket would come out at the wrong end of the hall.
  if (free.length > 0) return free.length === 1 ? free : [];
  return ofKind.filter(
    (device) =>
      device.port === address.port &&
      !others.some(
        (other) => isOfKind(other, device) && other.serial !== null && other.serial === device.serial,
      ),
  );
}

function isOfKind(address: UsbAddress, device: UsbAddress): boolean {
  return address.vendorId === device.vendorId && address.productId === device.productId;
}

function names(address: UsbAddress, device: UsbAddress): boolean {
  return (
    isOfKind(address, device) &&
    (address.serial === null || address.serial === device.serial) &&
    (address.port === null || address.port === device.port)
  );
}
