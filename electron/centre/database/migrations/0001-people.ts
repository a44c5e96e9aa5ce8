import { type Kysely, sql } from 'kysely';

/** The centre itself, accounts, sessions, tries at secrets, and who did what. Moments are milliseconds since 1970 UTC. */
export const people = {
  up: async (query: Kysely<unknown>) => {
    const steps = [
      sql`create table centre (
        id int primary key check (id = 1),
        name text not null,
        set_up_code text,
        public_key text not null,
        private_key text not null
      )`,
      sql`create table accounts (
        id int generated always as identity primary key,
        username text not null unique,
        display_name text not null,
        role text not null check (role in ('viewer', 'manager', 'admin')),
        password_hash text not null,
        must_change_password boolean not null,
        made_at bigint not null,
        removed_at bigint
      )`,
      sql`create table sessions (
        token_hash text primary key,
        account_id int not null references accounts,
        begun_at bigint not null,
        seen_at bigint not null
      )`,
      sql`create index sessions_of_account on sessions (account_id)`,
      sql`create table attempts (
        key text primary key,
        count int not null,
        last_at bigint not null,
        locked_until bigint
      )`,
      sql`create table audit (
        id bigint generated always as identity primary key,
        at bigint not null,
        account_id int references accounts,
        action text not null,
        subject text,
        detail jsonb
      )`,
      sql`create index audit_by_time on audit (at)`,
    ];
    for (const step of steps) await step.execute(query);
  },
};
