import { createWriteStream, mkdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { apiBase } from '../contract/api-base';
import { hallFiles } from '../copies/hall-files';
import { isKeptName } from '../copies/manifest';
import { callHub, type HubAccess } from '../second-kiosk/call-hub';
import { HubAwayError, HubRefused } from '../second-kiosk/hub-errors';
import { syncFile } from '../store/durable-file';

/** Asks the main machine for bytes. Throws `HubRefused` where it says no, `HubAwayError` where it doesn't answer. */
export async function askForBytes(
  { hub, token }: HubAccess,
  path: string,
  signal: AbortSignal,
): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(`${hub}${apiBase}/devices/me/standby/${path}`, {
      headers: token === null ? {} : { authorization: `Bearer ${token}` },
      redirect: 'error',
      signal,
    });
  } catch (error) {
    throw new HubAwayError(error instanceof Error ? error.message : String(error));
  }
  if (response.ok && response.body) return response;
  await response.body?.cancel();
  if (response.status >= 400 && response.status < 500 && response.status !== 429)
    throw new HubRefused(response.status, 'refused');
  throw new HubAwayError(`the main machine answered ${response.status}`);
}

/** Takes a snapshot of the database into a file. Returns with which commits it is true. */
export async function fetchSnapshot(
  access: HubAccess,
  file: string,
  parts: { readonly signal: AbortSignal; onProgress(bytes: number, total: number): void },
): Promise<{ readonly generation: string; readonly wholeFrom: number }> {
  const response = await askForBytes(access, 'snapshot', parts.signal);
  const total = Number(response.headers.get('content-length'));
  const coming = `${file}.part`;
  await writeBody(response, coming, (bytes) => parts.onProgress(bytes, total));
  if (statSync(coming).size !== total) throw new HubAwayError('the snapshot broke off');
  renameSync(coming, file);
  return {
    generation: response.headers.get('antre-generation') ?? '',
    wholeFrom: Number(response.headers.get('antre-whole-from')),
  };
}

/** Brings the hall's files that stand in no database to what the main machine has. */
export async function fetchFiles(access: HubAccess, folder: string, signal: AbortSignal): Promise<void> {
  const wanted = (await callHub(access, 'standbyFiles', {}, 30_000)) ?? [];
  const names = new Set<string>();
  for (const { name, bytes, changedAt } of wanted) {
    if (!isKeptName(name)) continue;
    names.add(name);
    const path = join(folder, name);
    const own = statSync(path, { throwIfNoEntry: false });
    if (own?.size === bytes && Math.floor(own.mtimeMs) === changedAt) continue;
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    const coming = `${path}.coming`;
    try {
      const response = await askForBytes(access, `file?name=${encodeURIComponent(name)}`, signal);
      await writeBody(response, coming, () => undefined);
      utimesSync(coming, changedAt / 1_000, changedAt / 1_000);
      renameSync(coming, path);
    } catch (error) {
      rmSync(coming, { force: true });
      // Removed meanwhile.
      if (!(error instanceof HubRefused)) throw error;
    }
  }
  for (const { name, path } of await hallFiles(folder)) if (!names.has(name)) rmSync(path, { force: true });
}

async function writeBody(response: Response, file: string, onBytes: (bytes: number) => void): Promise<void> {
  let bytes = 0;
  const counted = async function* (chunks: AsyncIterable<Uint8Array>) {
    for await (const chunk of chunks) {
      bytes += chunk.length;
      onBytes(bytes);
      yield chunk;
    }
  };
  const body = Readable.from(counted(response.body as unknown as AsyncIterable<Uint8Array>));
  await pipeline(body, createWriteStream(file, { mode: 0o600 }));
  syncFile(file);
}
