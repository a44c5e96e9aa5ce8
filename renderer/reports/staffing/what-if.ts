/** What is changed in thought. */
export interface WhatIf {
  /** Percent. */
  readonly arrivals: number;
  readonly deskTime: number;
  /** More or fewer desks than usual. */
  readonly desks: number;
  /** Null: the hall's own target. */
  readonly targetMinutes: number | null;
}

export const nothingChanged: WhatIf = { arrivals: 100, deskTime: 100, desks: 0, targetMinutes: null };
