/** A text in both languages of the office. */
export interface Said {
  readonly id: string;
  readonly en: string;
}
