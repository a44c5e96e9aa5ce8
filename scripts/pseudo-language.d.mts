export function writePseudoLanguage(folder: string, tag: string): void;
