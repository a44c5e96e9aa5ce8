import type { FieldFaultText } from './field-faults';

/** What is wrong with a line of a list that is imported, by its code. */
export const listFaults = {
  unreadable: 'this line cannot be read {value}',
  no_rows: 'there is nothing in this list',
  too_many_rows: 'at most {value} lines at once',
  no_date: '“{value}” is no date',
  too_far: 'at most five years from today',
  no_name: 'the day has no name',
  too_long: '“{value}” is too long',
  twice: '“{value}” stands twice',
  missing_column: 'this column is missing',
  unknown_column: 'this column is unknown',
  missing_value: 'this must be filled in',
  bad_username: '“{value}” is no user name',
  unknown_role: 'the role “{value}” is unknown',
  unknown_counter: 'there is no counter with the letters “{value}”',
  unknown_institution: 'no counter is of the institution “{value}”',
  no_institution: 'write the institution, or “seluruh balai”',
  counter_elsewhere: 'counter “{value}” is of another institution',
  counters_of_officers: 'only officers have counters; name the institution',
  short_password: 'a password has 10 to 200 letters',
  common_password: 'many use it, and it is guessed first; choose another',
  already_exists: 'the user name “{value}” is taken',
} as const satisfies Record<string, FieldFaultText>;
