/** A printer that can be reached: by the network, by USB, by a serial port, as a device file, or through Windows. */
export type ReachableTarget =
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number }
  | { readonly kind: 'file'; readonly path: string }
  | {
      readonly kind: 'usb';
      readonly vendorId: number;
      readonly productId: number;
      /** Its maker's number for this one, and the socket that it was chosen in: they tell two of a kind apart. */
      readonly serial: string | null;
      readonly port: string | null;
    }
  | { readonly kind: 'serial'; readonly path: string; readonly baudRate: number }
  /** Shared by Windows. */
  | { readonly kind: 'share'; readonly path: string }
  /** By its name in Windows, through the spooler. */
  | { readonly kind: 'spooler'; readonly name: string };

export const baudRates = [9600, 19_200, 38_400, 57_600, 115_200] as const;
export const defaultBaudRate = 19_200;

/** Reads a printer's address as people and settings write it; undefined where it is none. */
export function parsePrinterTarget(text: string): ReachableTarget | undefined {
  // What stands among the devices; that it is one is looked at when it is opened.
  const file = /^file:(?:\/\/(?=\/))?(\/dev\/.+)$/.exec(text);
  if (file?.[1]) return isPlain(file[1]) ? { kind: 'file', path: file[1] } : undefined;
  const usb =
    /^usb:([0-9a-fA-F]{4}):([0-9a-fA-F]{4})(?::(.{1,80}?))?(?:@([^@\s]{1,100}-\d+(?:\.\d+)*))?$/.exec(text);
  if (usb?.[1] && usb[2]) {
    return {
      kind: 'usb',
      vendorId: Number.parseInt(usb[1], 16),
      productId: Number.parseInt(usb[2], 16),
      serial: usb[3] ?? null,
      port: usb[4] ?? null,
    };
  }
  const serial = /^serial:([^?]{1,160})(?:\?baud=(\d{1,6}))?$/.exec(text);
  if (serial?.[1]) {
    const baudRate = baudRates.find((rate) => rate === Number(serial[2] ?? defaultBaudRate));
    return baudRate && isPort(serial[1]) ? { kind: 'serial', path: serial[1], baudRate } : undefined;
  }
  // A machine's name or address: Windows also has `\\\\.\\` and `\\\\?\\` for its own disks, and takes `/` for a way further.
  const share = /^share:(\\\\[\p{L}\d][\p{L}\d._-]{0,79}\\[^\\/:*?"<>|]{1,80})$/u.exec(text);
  if (share?.[1]) return isPlain(share[1]) ? { kind: 'share', path: share[1] } : undefined;
  const spooler = /^spooler:([^\s\\,!][^\\,!]{0,99})$/.exec(text);
  if (spooler?.[1]) return isPlain(spooler[1]) ? { kind: 'spooler', name: spooler[1] } : undefined;
  const tcp = /^tcp:\/\/(\[[0-9a-fA-F:]+\]|[a-zA-Z0-9.-]{1,253}):(\d{1,5})$/.exec(text);
  const host = tcp?.[1]?.replace(/^\[|\]$/g, '');
  const port = Number(tcp?.[2]);
  return host && port > 0 && port <= 65_535 ? { kind: 'tcp', host, port } : undefined;
}

/** Writes a printer's address so that `parsePrinterTarget` reads the same. */
export function formatPrinterTarget(target: ReachableTarget): string {
  switch (target.kind) {
    case 'tcp':
      return `tcp://${target.host.includes(':') ? `[${target.host}]` : target.host}:${target.port}`;
    case 'file':
      return `file:${target.path}`;
    case 'usb': {
      const ids = `usb:${hexadecimal(target.vendorId)}:${hexadecimal(target.productId)}`;
      const serial = target.serial === null ? '' : `:${target.serial}`;
      return `${ids}${serial}${target.port === null ? '' : `@${target.port}`}`;
    }
    case 'serial':
      return `serial:${target.path}?baud=${target.baudRate}`;
    case 'share':
      return `share:${target.path}`;
    case 'spooler':
      return `spooler:${target.name}`;
  }
}

/** A USB id as lists of ids write it: `04b8`. */
export function hexadecimal(id: number): string {
  return id.toString(16).padStart(4, '0');
}

function isPort(path: string): boolean {
  return /^COM\d{1,3}$/i.test(path) || (path.startsWith('/dev/') && isPlain(path));
}

/** No control characters, and no way out of the folder it names. */
function isPlain(path: string): boolean {
  return !/\p{Cc}/u.test(path) && !path.split('/').includes('..');
}
