import type { MachineHealth } from '../../contract/admin-health';
import type { RouteName } from '../../contract/routes';
import { machineHealth } from '../../health/machine-health';
import { supportBundle } from '../../health/support-bundle';
import { describeDatabase } from '../../store/describe-database';
import { exportConfiguration } from '../../store/export-configuration';
import type { ViewContext } from '../../views/view-context';
import { isLoopbackAddress } from '../network/addresses';
import type { PageFaults } from '../page-faults';
import type { ServerParts } from '../parts';
import type { Handlers } from '../routing/route-request';
import { stateOfClock } from './admin-clock';
import type { LookForFindings } from './findings';

/** The state of the machine, and the support bundle. */
export function adminHealthRoutes(
  {
    dataDir,
    version,
    clock,
    host,
    trustedProxies,
  }: Pick<ServerParts, 'dataDir' | 'version' | 'clock' | 'host' | 'trustedProxies'>,
  { pageFaults, lookFor }: { readonly pageFaults: PageFaults; readonly lookFor: LookForFindings },
) {
  // A proxy beside Antre lets others in where Antre itself listens to this machine alone.
  const isReachable = !isLoopbackAddress(host) || trustedProxies.length > 0;
  const healthAt = (context: ViewContext): Promise<MachineHealth> =>
    machineHealth({
      dataDir,
      version,
      timezone: context.hall.settings.timezone,
      now: context.now,
      doubt: stateOfClock(clock, context).doubt,
      network: isReachable ? 'open' : context.hall.settings.lanOpen ? 'atNextStart' : 'closed',
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
