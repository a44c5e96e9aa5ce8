import { ConfigError } from '../config';
import type { Log } from '../log';
import type { CentreConfig } from './config';
import { openDatabase } from './database/open-database';
import { rebuildHall } from './projections/follow';

/**
 * Makes all that is shown of every hall anew from its journal, a hall after the other, each in one transaction: until it is done its
 * former state is shown, and what it sends is taken. Returns how many. Throws `ConfigError` for the embedded database, which one
 * process has for itself: there admins do it hall by hall on the page.
 */
export async function rebuildAll(
  config: Pick<CentreConfig, 'databaseUrl' | 'dataDir'>,
  log: Log,
  onDone: (hall: string) => void,
): Promise<number> {
  if (config.databaseUrl === null)
    throw new ConfigError([
      'The embedded database belongs to the centre that serves: make halls anew on its page, one by one.',
    ]);
  const database = await openDatabase({ url: config.databaseUrl, dataDir: config.dataDir, log });
  try {
    const halls = await database.query.selectFrom('halls').select(['id', 'name']).orderBy('id').execute();
    for (const { id, name } of halls) {
      await rebuildHall(database, id);
      onDone(name);
    }
    return halls.length;
  } finally {
    await database.close();
  }
}
