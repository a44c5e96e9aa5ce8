/** Where tickets are printed. */
export type PrinterTarget =
  | { readonly kind: 'preview' }
  | { readonly kind: 'none' }
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number }
  | { readonly kind: 'file'; readonly path: string };

/** Everything that is set from outside, read once at start. */
export interface Config {
  /** 0 lets the system choose a free one. */
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly printer: PrinterTarget;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** A configuration file that a new data directory starts from; null: the practice site. */
  readonly siteFile: string | null;
  /** The built pages (`build/pages`). */
  readonly pagesDir: string;
}
