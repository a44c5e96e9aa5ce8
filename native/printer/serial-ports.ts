import { readdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { loadSerialPort } from './serial-transport';

/** A serial port that is there now. */
export interface AttachedSerialPort {
  /** `/dev/ttyUSB0`, `COM3`: on Linux numbered in the order of plugging in. */
  readonly path: string;
  /** One that leads to the same port also after a restart; `path` itself where there is no better one. */
  readonly steadyPath: string;
  /** As the operating system tells them; null where it doesn't. */
  readonly maker: string | null;
  readonly vendorId: number | null;
  readonly productId: number | null;
  readonly serial: string | null;
}

/** Where Linux (udev) keeps links to the ports: by the number of the adapter, and by the socket that it is in. */
const linkFolders = { byNumber: '/dev/serial/by-id', bySocket: '/dev/serial/by-path' };

/** The serial ports that something is attached to; null where the add-on does not load. Never rejects. */
export async function listSerialPorts(): Promise<readonly AttachedSerialPort[] | null> {
  const SerialPort = await loadSerialPort();
  if (!SerialPort) return null;
  // Boards show ports where nothing is attached; those have no maker.
  const ports = (await SerialPort.list().catch(() => [])).filter(
    ({ path }) => !/^\/dev\/ttyS\d+$/.test(path),
  );
  const [byNumber, bySocket] = await Promise.all([
    linksIn(linkFolders.byNumber),
    linksIn(linkFolders.bySocket),
  ]);
  return ports.map(({ path, manufacturer, vendorId, productId, serialNumber }) => {
    // Without a number of their own, two adapters of a kind share one link, which leads to either.
    const isNumbered =
      serialNumber !== undefined &&
      ports.filter((port) => port.serialNumber === serialNumber && port.productId === productId).length === 1;
    return {
      path,
      steadyPath: (isNumbered ? byNumber.get(path) : undefined) ?? bySocket.get(path) ?? path,
      maker: manufacturer || null,
      vendorId: vendorId ? Number.parseInt(vendorId, 16) : null,
      productId: productId ? Number.parseInt(productId, 16) : null,
      serial: serialNumber || null,
    };
  });
}

/** Which link leads to a port; the first by name where there are several. */
async function linksIn(folder: string): Promise<ReadonlyMap<string, string>> {
  const names = (await readdir(folder).catch(() => [])).sort();
  const links = await Promise.all(
    names.map(async (name) => {
      const link = join(folder, name);
      return [await realpath(link).catch(() => ''), link] as const;
    }),
  );
  return new Map(links.reverse());
}
