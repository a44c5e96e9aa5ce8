export function largeRooms(root: string, least?: number): string[];
