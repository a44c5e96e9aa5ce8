/** No answer came that can be trusted: the hub is away, or in trouble. Whether it was done is unknown. */
export class HubAwayError extends Error {
  override name = 'HubAwayError';
}

/** The hub said no. */
export class HubRefused extends Error {
  override name = 'HubRefused';
  constructor(
    readonly status: number,
    readonly code: string,
  ) {
    super(code);
  }
}
