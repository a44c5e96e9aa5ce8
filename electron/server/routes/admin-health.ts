import type { MachineHealth } from '../../contract/admin-health';
import type { RouteName } from '../../contract/routes';
import { machineHealth } from '../../health/machine-health';
import { supportBundle } from '../../health/support-bundle';
import { describeDatabase } from '../../store/describe-database';
import { exportConfiguration } from '../../store/export-configuration';
import type { ViewContext } from '../../views/view-context';
import type { PageFaults } from '../page-faults';
import type { ServerParts } from '../parts';
import type { Handlers } from '../routing/route-request';
import { stateOfClock } from './admin-clock';
import type { LookForFindings } from './findings';

/** The state of the machine, and the support bundle. */
export function adminHealthRoutes(
  { dataDir, version, clock }: Pick<ServerParts, 'dataDir' | 'version' | 'clock'>,
  { pageFaults, lookFor }: { readonly pageFaults: PageFaults; readonly lookFor: LookForFindings },
) {
  const healthAt = (context: ViewContext): Promise<MachineHealth> =>
    machineHealth({
      dataDir,
      version,
      timezone: context.hall.settings.timezone,
      now: context.now,
      doubt: stateOfClock(clock, context).doubt,
      pages: pageFaults.all(),
    });
  return {
    machineHealth: async ({ look }) => ({ status: 200, body: await healthAt(look()) }),
    supportBundle: async ({ look }) => {
      const context = look();
      const database = describeDatabase(context.reader);
      const [health, findings] = await Promise.all([healthAt(context), lookFor(context)]);
      const configuration = exportConfiguration(context.hall);
      const { now } = context;
      const body = await supportBundle({ dataDir, now, health, findings, configuration, database });
      return { status: 200, body };
    },
  } satisfies Partial<Handlers<RouteName>>;
}
