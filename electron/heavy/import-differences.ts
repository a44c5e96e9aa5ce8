import type { ActionContext } from '../actions/action';
import { importHall } from '../actions/admin/import-hall';
import type { ConfigurationDifference } from '../contract/admin-import';
import type { Configuration } from '../contract/configuration';
import { exportConfiguration } from '../store/export-configuration';
import { readHall } from '../store/hall';
import { configurationDifferences } from '../views/admin/configuration-differences';

/** Imports a file into the hall and returns what that changed. Refuses as `importHall`. */
export function importDifferences(context: ActionContext, file: Configuration): ConfigurationDifference[] {
  const before = exportConfiguration(context.hall);
  importHall(context, file);
  return configurationDifferences(before, exportConfiguration(readHall(context.transaction)));
}
