import { type Kysely, sql } from 'kysely';

/** What the journal says, as it is asked for. All of it can be made of the journal again (`projections/rebuild.ts`). */
export const projections = {
  up: async (query: Kysely<unknown>) => {
    const steps = [
      // Up to which row a hall's journal is read into these tables. Whoever reads on holds its row.
      sql`create table projected (
        hall_id int primary key references halls,
        epoch int not null,
        seq bigint not null
      )`,
      sql`create table configurations (
        hall_id int primary key,
        fingerprint text not null,
        practice boolean not null,
        at bigint not null
      )`,
      sql`create table hall_counters (
        hall_id int not null,
        counter_id bigint not null,
        place int not null,
        code text not null,
        name jsonb not null,
        agency text not null,
        counter_group text not null,
        archived boolean not null,
        primary key (hall_id, counter_id)
      )`,
      sql`create table hall_services (
        hall_id int not null,
        service_id bigint not null,
        place int not null,
        counter_id bigint not null,
        name jsonb not null,
        archived boolean not null,
        primary key (hall_id, service_id)
      )`,
      // As the hall packs them: the sums of halls are the sums of their days, and one code reads both.
      sql`create table day_sums (
        hall_id int not null,
        date date not null,
        counter_id bigint not null,
        format int,
        packed bytea,
        promised int,
        present int,
        paused int,
        late int,
        primary key (hall_id, date, counter_id)
      )`,
      sql`create index day_sums_by_date on day_sums (date)`,
      sql`create table survey_sums (
        hall_id int not null,
        month text not null,
        counter_id bigint not null,
        forms int not null,
        scores jsonb not null,
        primary key (hall_id, month, counter_id)
      )`,
      // "counter_id" 0: about the hall.
      sql`create table complaints_due (
        hall_id int not null,
        counter_id bigint not null,
        date date not null,
        open int not null,
        fresh int not null,
        overdue int not null,
        next_due date,
        answered int not null,
        primary key (hall_id, counter_id)
      )`,
      sql`create table hall_devices (
        hall_id int not null,
        device_id text not null,
        device text not null,
        state text not null,
        roll text,
        at bigint not null,
        primary key (hall_id, device_id)
      )`,
      // What is counted as it happens, of days that aren't summed yet.
      sql`create table ticket_days (
        hall_id int not null,
        date date not null,
        service_id bigint not null,
        issued int not null,
        finished int not null,
        no_show int not null,
        cancelled int not null,
        calls int not null,
        waited bigint not null,
        primary key (hall_id, date, service_id)
      )`,
      sql`create table hall_desks (
        hall_id int not null,
        desk_id bigint not null,
        counter_id bigint not null,
        step text not null,
        date date not null,
        at bigint not null,
        primary key (hall_id, desk_id)
      )`,
    ];
    for (const step of steps) await step.execute(query);
  },
};
