/** Which machine the hall's main one is, and which stands by to take over. */
export const mainMachine = `
CREATE TABLE main_machine (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  -- One more each time that another machine takes over: the lower one gives no numbers any more.
  epoch INTEGER NOT NULL,
  -- By it one machine of the hall proves itself to another.
  secret TEXT NOT NULL,
  standbyId TEXT,
  standbyAddress TEXT
) STRICT;
INSERT INTO main_machine (id, epoch, secret) VALUES (1, 1, lower(hex(randomblob(32))));
`;
