/** Whom or what visitors were sent to from this computer: `service:3`, `officer:7`. */
export type TargetKey = `service:${string}` | `officer:${string}`;

const most = 4;
const kept = (userId: string) => `antre.staff.targets.${userId}`;

/** A user's last targets, the newest first. */
export function lastTargets(userId: string): readonly TargetKey[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(kept(userId)) ?? '[]');
    return Array.isArray(stored) ? stored.filter((each): each is TargetKey => typeof each === 'string') : [];
  } catch {
    return [];
  }
}

/** Remembers a target as the newest. */
export function keepTarget(userId: string, target: TargetKey): void {
  const others = lastTargets(userId).filter((each) => each !== target);
  localStorage.setItem(kept(userId), JSON.stringify([target, ...others].slice(0, most)));
}
