/** The last moment of the hall's time that was written down, by which the next start judges the computer's clock. */
export const hallClock = `
CREATE TABLE hall_clock (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  moment INTEGER NOT NULL,
  -- by how much the computer's clock was ahead of the hall's time; 0: it was followed
  ahead INTEGER NOT NULL,
  -- which start of the machine, where the system tells, and for how long it had been on
  boot TEXT,
  uptime INTEGER NOT NULL
) STRICT;
`;
