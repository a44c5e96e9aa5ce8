import { readFileSync } from 'node:fs';

const ways = 3;
const unplugs = Number(/rig\.unplugs=(\d+)/.exec(readFileSync('/proc/cmdline', 'utf8'))?.[1] ?? 0);

/** How often a printer is pulled out by each way; how often in all is told by whoever boots the guest. */
export const unpluggedByEachWay = Math.ceil(unplugs / ways);

/** Whether each way to a printer is gone through whole, or only the first one, and of the others what differs by the way. */
export const isThorough = unplugs > ways;
