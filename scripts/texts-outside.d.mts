export function textsOutside(root: string): string[];
