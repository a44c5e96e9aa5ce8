import { type Kysely, sql } from 'kysely';

/**
 * Halls, their keys, and what they send. The hall comes first in every key, so that halls never meet in one and the tables can
 * be spread over machines by it.
 */
export const halls = {
  up: async (query: Kysely<unknown>) => {
    const steps = [
      // `uid`: as the hall calls itself.
      sql`create table halls (
        id int generated always as identity primary key,
        uid text not null unique,
        name text not null,
        city text not null,
        time_zone text not null,
        let_in_at bigint not null,
        removed_at bigint,
        frozen_at bigint,
        frozen_because text
      )`,
      // Which halls an account of the role viewer sees; managers and admins see all.
      sql`create table account_halls (
        account_id int not null references accounts,
        hall_id int not null references halls,
        primary key (account_id, hall_id)
      )`,
      sql`create table hall_keys (
        hall_id int not null references halls,
        key_id text not null,
        public_key text not null,
        added_at bigint not null,
        revoked_at bigint,
        primary key (hall_id, key_id)
      )`,
      // A hall that asks to be let in. "selector": the first part of the code that its admin reads out.
      sql`create table pairings (
        id text primary key,
        selector text not null,
        hall_uid text not null,
        public_key text not null,
        name text not null,
        city text not null,
        time_zone text not null,
        version text not null,
        asked_at bigint not null,
        state text not null check (state in ('waiting', 'let_in', 'refused')),
        hall_id int references halls
      )`,
      sql`create unique index pairings_waiting on pairings (selector) where state = 'waiting'`,
      // The session that a hall has begun last, and its last turn; whoever works at one of its requests holds the row.
      sql`create table hall_sessions (
        hall_id int primary key references halls,
        session text not null,
        machine text not null,
        version text not null,
        turn int not null,
        begun_at bigint not null,
        heard_at bigint not null
      )`,
      // How far each epoch of a hall is known, and after which row it goes on. "counts_to": the last row that counts, where a later
      // epoch left a tail behind.
      sql`create table feeds (
        hall_id int not null references halls,
        epoch int not null,
        last_seq bigint not null,
        last_hash text not null,
        machine text not null,
        opened_because text not null,
        after_epoch int,
        after_seq bigint,
        counts_to bigint,
        first_at bigint not null,
        last_at bigint not null,
        primary key (hall_id, epoch)
      )`,
      // By the month in which the centre received it: a hall's clock may be a year off. That numbers of an epoch have no gaps and
      // don't come twice the feed's row sees to; over months no key of the table could. The body stays text, since its hash is of
      // its very characters.
      sql`create table journal (
        hall_id int not null,
        epoch int not null,
        seq bigint not null,
        month date not null,
        at bigint not null,
        received_at bigint not null,
        kind text not null,
        version int not null,
        body text not null,
        hash text not null,
        primary key (hall_id, epoch, seq, month)
      ) partition by range (month)`,
      sql`create table parked (
        hall_id int not null,
        epoch int not null,
        seq bigint not null,
        reason text not null,
        parked_at bigint not null,
        primary key (hall_id, epoch, seq)
      )`,
      // The newest only.
      sql`create table snapshots (
        hall_id int primary key references halls,
        received_at bigint not null,
        body jsonb not null
      )`,
    ];
    for (const step of steps) await step.execute(query);
  },
};
