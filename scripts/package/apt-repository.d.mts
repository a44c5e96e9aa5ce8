/** Makes a signed apt repository in `target` of every .deb in `folder`, and returns it. */
export function makeRepository(folder: string, target: string): string;
