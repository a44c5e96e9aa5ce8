/** A request as it goes over the line. */
export interface RawRequest {
  readonly method?: string;
  /** From the root: `/api/v1/site`. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** A text is sent as it is, anything else as JSON. */
  readonly body?: unknown;
  /** Sent as it is in place of a body. */
  readonly file?: Buffer;
}

/** An answer as it came over the line. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  /** The body as JSON, or undefined where it is none. */
  readonly json: unknown;
}
