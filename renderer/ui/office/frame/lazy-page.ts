import { type ComponentType, lazy } from 'react';

/** Returns a section's page that is loaded when it is first shown, so that nobody waits for the sections they don't open. */
export function lazyPage(load: () => Promise<ComponentType>): ComponentType {
  return lazy(async () => ({ default: await load() }));
}
