import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isKeptName, keptFolders } from './manifest';

interface HallFile {
  readonly name: string;
  readonly path: string;
}

/** The hall's own files below a data directory, by their names with slashes. */
export async function hallFiles(dataDir: string): Promise<HallFile[]> {
  const found = await Promise.all(keptFolders.map((folder) => filesBelow(dataDir, folder)));
  return found
    .flat()
    .filter(({ name }) => isKeptName(name))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** Folder by folder: Electron's older Nodes can't read what is below all at once. */
async function filesBelow(dataDir: string, name: string): Promise<HallFile[]> {
  const entries = await readdir(join(dataDir, name), { withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    },
  );
  const found = await Promise.all(
    entries.map(async (entry) => {
      const own = `${name}/${entry.name}`;
      if (entry.isDirectory()) return await filesBelow(dataDir, own);
      return entry.isFile() ? [{ name: own, path: join(dataDir, own) }] : [];
    }),
  );
  return found.flat();
}
