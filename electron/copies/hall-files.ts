import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isKeptName, keptFolders } from './manifest';

/** The hall's own files below a data directory, by their names with slashes. */
export async function hallFiles(
  dataDir: string,
): Promise<{ readonly name: string; readonly path: string }[]> {
  const found: { readonly name: string; readonly path: string }[] = [];
  for (const folder of keptFolders) {
    const entries = await readdir(join(dataDir, folder), { recursive: true, withFileTypes: true }).catch(
      (error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return [];
        throw error;
      },
    );
    for (const entry of entries) {
      const path = join(entry.parentPath, entry.name);
      const name = path.slice(dataDir.length).replaceAll('\\', '/').replace(/^\/+/, '');
      if (entry.isFile() && isKeptName(name)) found.push({ name, path });
    }
  }
  return found.sort((one, other) => (one.name < other.name ? -1 : 1));
}
