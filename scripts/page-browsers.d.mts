/** The oldest Chromium on which each surface is complete. */
export const oldestChromium: Readonly<Record<string, number>>;
/** Sentences about what each surface uses and its oldest browser lacks. */
export function newerThanBrowsers(pages?: string): Promise<string[]>;
/** Declarations and selectors of a style sheet that a Chromium lacks and nothing stands in for. */
export function newerStyles(css: string, oldest: number): Promise<string[]>;
/** Newer names of methods and functions in a script, each once. */
export function newerMethods(script: string, oldest: number): string[];
/** What a style sheet needs for which nothing stands in, to be asked of a browser itself. */
export function neededStyles(css: string): {
  /** Property and value. */
  readonly declarations: readonly (readonly [string, string])[];
  readonly selectors: readonly string[];
};
/** The names of a page's scripts and style sheets, those that are fetched when needed too. */
export function filesOf(pages: string, surface: string): string[];
