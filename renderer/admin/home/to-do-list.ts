import type { Finding } from '../../../electron/contract/admin-hall';
import { addressOfFinding, canWait } from '../findings/finding-places';

/** Findings of one kind that are mended in the same way, shown as one. */
export interface FindingGroup {
  readonly kind: Finding['kind'];
  /** At least one; the first is opened to begin with. */
  readonly findings: readonly [Finding, ...Finding[]];
  /** Where the first of them can be mended; undefined: nowhere in the admin's page. */
  readonly address: string | undefined;
  /** Nobody is the worse for it today. */
  readonly canWait: boolean;
}

/** Rows of which many may lack the same; others are each a matter of its own. */
const alike: ReadonlySet<string> = new Set(['counter', 'service', 'desk', 'device', 'user']);

/** Puts like findings together, in the order in which they came, those that can wait last. */
export function groupFindings(findings: readonly Finding[]): FindingGroup[] {
  const groups = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    const { kind, subject, detail } = finding;
    const [of = '', id = ''] = subject.split(':');
    const key = alike.has(of)
      ? `${of} ${kind} ${kind === 'no_name' ? detail : ''}`
      : `${of}:${id} ${kind} ${detail}`;
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups.values()]
    .map((found) => ({
      kind: found[0].kind,
      findings: found,
      address: addressOfFinding(found[0]),
      canWait: canWait(found[0].kind),
    }))
    .sort((one, other) => Number(one.canWait) - Number(other.canWait));
}
