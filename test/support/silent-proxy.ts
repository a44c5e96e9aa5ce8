import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** The way to a server, which can go silent as a machine does that loses its power: no line is ended or refused. */
export interface SilentProxy {
  /** `http://127.0.0.1:PORT`. */
  readonly url: string;
  /** From now on nothing comes through in either direction, on old lines and new ones. */
  goSilent(): void;
  /** The machine is back: it knows the lines of before no more, and breaks them; those asked for meanwhile it never heard of. */
  comeBack(): void;
}

/** Passes everything on to the server at `url`; it is closed when the test has finished. */
export async function startSilentProxy(url: string): Promise<SilentProxy> {
  const { hostname, port } = new URL(url);
  const lines = new Set<Socket>();
  let isSilent = false;
  const keep = (line: Socket, other: () => Socket) => {
    lines.add(line);
    line.on('data', (bytes) => {
      if (!isSilent) other().write(bytes);
    });
    line.on('error', () => undefined);
    line.on('close', () => {
      lines.delete(line);
      if (!isSilent) other().destroy();
    });
  };
  const unheard = new Set<Socket>();
  const proxy = createServer((near) => {
    if (isSilent) {
      unheard.add(near.on('error', () => undefined));
      return;
    }
    const far = connect(Number(port), hostname);
    keep(near, () => far);
    keep(far, () => near);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const breakLines = () => {
    for (const line of lines) line.destroy();
  };
  onTestFinished(() => {
    proxy.close();
    breakLines();
    for (const line of unheard) line.destroy();
  });
  return {
    url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    goSilent: () => {
      isSilent = true;
    },
    comeBack: () => {
      isSilent = false;
      breakLines();
    },
  };
}
