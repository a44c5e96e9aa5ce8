import { callNext } from '../../electron/actions/desk/call-next';
import { finish } from '../../electron/actions/desk/finish';
import { hold } from '../../electron/actions/desk/hold';
import { noShow } from '../../electron/actions/desk/no-show';
import type { UserActor } from '../../electron/actions/desk/standing';
import { start } from '../../electron/actions/desk/start';
import { takeDesk } from '../../electron/actions/desk/take-desk';
import { standardFields } from '../../electron/contract/standards';
import type { SurveyReceipt } from '../../electron/contract/survey';
import { writeStandard } from '../../electron/store/standards';
import { query } from '../../electron/store/store';
import { takePrinted } from './issue';
import { runningServer, type Signed, type TestServer } from './running-server';

/** The counters of the small hall, each of an institution of its own. */
export const codes = ['A', 'IM', 'L'] as const;
export type Code = (typeof codes)[number];
export const boundRoles = ['staff', 'supervisor'] as const;
export type BoundRole = (typeof boundRoles)[number];

/** What there is of one institution, to be asked about. */
export interface Things {
  readonly counterId: number;
  readonly serviceId: number;
  readonly deskId: number;
  readonly ticketId: number;
  readonly complaint: string;
  readonly hoursId: number;
  readonly closureId: number;
}

export interface HallOfInstitutions {
  readonly server: TestServer;
  /** Accounts of one institution, and of the whole hall. */
  readonly account: Readonly<Record<Code | 'hall', Readonly<Record<BoundRole, Signed>>>>;
  /** What became of each institution that was busy. */
  readonly things: ReadonlyMap<Code, Things>;
}

/**
 * A hall on Wednesday morning in which some institutions were busy, one after the other: officers at desks and on leave,
 * numbers in every state, answers and complaints, days that are over, a configuration of their own. The others stand as
 * they were installed. Whatever was done in the order of `busy` has the same ids and times in every such hall.
 */
export async function hallOfInstitutions(busy: readonly Code[]): Promise<HallOfInstitutions> {
  const server = await runningServer();
  const { hall } = server;
  hall.clock.advance({ days: 1 });
  const accountsOf = (code: Code | 'hall') => {
    const reach = code === 'hall' ? { wholeHall: true } : { institutions: [institutionOf(server, code)] };
    return { staff: server.signIn('staff', reach), supervisor: server.signIn('supervisor', reach) };
  };
  const account = {
    A: accountsOf('A'),
    IM: accountsOf('IM'),
    L: accountsOf('L'),
    hall: accountsOf('hall'),
  };
  hall.store.write((transaction) =>
    transaction.run(query.insertInto('summed_days').values({ businessDate: '2026-11-24', summedAt: 1 })),
  );
  const things = new Map<Code, Things>();
  for (const code of busy) things.set(code, await live(server, code, account[code].staff.userId));
  if (busy.length > 1) complainOfHall(server);
  hall.clock.advance({ minutes: 40 - 10 * busy.length });
  return { server, account, things };
}

/** The institution of a counter. */
export function institutionOf({ hall }: TestServer, code: Code): string {
  return hall.hall().institutionOf.get(hall.counterId(code)) ?? '';
}

/** Ten minutes of an institution. */
async function live(server: TestServer, code: Code, userId: number): Promise<Things> {
  const { hall } = server;
  const counterId = hall.counterId(code);
  const serviceId = hall.serviceId(code);
  const deskId = hall.hall().counter.get(counterId)?.desks[0]?.id ?? 0;
  const officer: UserActor = { kind: 'user', userId, role: 'staff', counterIds: [counterId] };
  const act = (verb: Parameters<typeof hall.act>[1]) => hall.act(officer, verb);
  act((context) => takeDesk(context, { deskId }));
  const tickets = [1, 2, 3, 4, 5].map(() => takePrinted(hall, serviceId));
  const call = () => act((context) => callNext(context, { deskId }));
  call();
  hall.clock.advance({ minutes: 2 });
  act((context) => start(context, { deskId }));
  hall.clock.advance({ minutes: 3 });
  act((context) => finish(context, { deskId }));
  call();
  act((context) => hold(context, { deskId, reason: `berkas ${code}` }));
  call();
  act((context) => noShow(context, { deskId }));
  call();
  hall.clock.advance({ minutes: 5 });
  configure(server, code);
  answerAlike(server, code);
  const complaint = await complain(server, tickets[0]?.token ?? '', code);
  return {
    ...idsOf(server, code),
    counterId,
    serviceId,
    deskId,
    complaint,
    ticketId: tickets[4]?.ticketId ?? 0,
  };
}

/** Somebody who was served there judges, and complains. */
async function complain(server: TestServer, token: string, code: Code): Promise<string> {
  const answer = await server.send({
    method: 'POST',
    path: `/api/v1/survey/${token}`,
    body: {
      answers: { time: 2, behaviour: 4, facilities: 3 },
      respondent: { sex: 'female' },
      message: { kind: 'complaint', text: `Gerai ${code} lama sekali` },
    },
  });
  const receipt = answer.json as SurveyReceipt;
  // Codes are made by chance; halls are compared.
  const fixed = { A: 'K7M3-9QXP-2R4A', IM: 'K7M3-9QXP-2R4M', L: 'K7M3-9QXP-2R47' }[code];
  server.hall.store.write((transaction) =>
    transaction.run(
      query
        .updateTable('complaints')
        .set({ code: fixed })
        .where('code', '=', receipt.message?.code ?? ''),
    ),
  );
  return fixed;
}

/** More who judged, so many that their answers stand in a file. */
function answerAlike({ hall }: TestServer, code: Code): void {
  const businessDate = '2026-11-25';
  hall.store.write((transaction) => {
    for (const at of [1, 2, 3, 4, 5]) {
      transaction.run(
        query.insertInto('survey_answers').values({
          id: `${code}-${at}`,
          businessDate,
          half: 'morning',
          serviceId: hall.serviceId(code),
          practice: 0,
          ...{ requirements: 4, procedure: 4, time: 3, cost: 4, product: 4, competence: 4, behaviour: 4 },
          ...{
            facilities: 3,
            complaints: null,
            sex: null,
            ageGroup: null,
            education: null,
            occupation: null,
          },
        }),
      );
    }
  });
}

/** Somebody complains of the hall itself. */
function complainOfHall({ hall }: TestServer): void {
  hall.store.write((transaction) =>
    transaction.run(
      query.insertInto('complaints').values({
        ...{ code: 'K7M3-9QXP-2R4H', businessDate: '2026-11-25', counterId: null, serviceId: null },
        ...{ origin: 'open', practice: 0, kind: 'normative', text: 'Toiletnya kotor', status: 'new' },
        ...{ answer: null, sp4nNumber: null, sp4nState: null, dueDate: '2026-12-02', answeredDate: null },
      }),
    ),
  );
}

/** What an admin set up for it, what is wrong with that, who is on leave, and a day that is over. */
function configure({ hall }: TestServer, code: Code): void {
  const counterId = hall.counterId(code);
  const serviceId = hall.serviceId(code);
  hall.store.write((transaction) => {
    transaction.run(
      query.updateTable('counters').set({ waitLimitMinutes: 17, icon: 'hilang' }).where('id', '=', counterId),
    );
    transaction.run(query.updateTable('services').set({ usualMinutes: 23 }).where('id', '=', serviceId));
    writeStandard(transaction, serviceId, standardFields.parse({ staffing: `Dua orang di ${code}` }));
    transaction.run(
      query
        .updateTable('desks')
        .set({ label: `Loket ${code}` })
        .where('counterId', '=', counterId),
    );
    transaction.run(
      query.insertInto('closures').values({
        scope: `service:${serviceId}`,
        fromDate: '2026-11-27',
        toDate: '2026-11-27',
        reasonJson: JSON.stringify({ id: `Rapat ${code}`, en: '', jv: '' }),
        weekJson: null,
      }),
    );
    transaction.run(query.deleteFrom('hours').where('scope', '=', `counter:${counterId}`));
    transaction.run(
      query.insertInto('hours').values({
        scope: `counter:${counterId}`,
        weekJson: JSON.stringify([{ weekday: 3, opens: '08:00', closes: '13:00', breaks: [] }]),
        lastTicketMinutesBefore: 5,
      }),
    );
    transaction.run(
      query.insertInto('users').values({
        username: `cuti.${code.toLowerCase()}`,
        displayName: `Cuti ${code}`,
        role: 'staff',
        passwordHash: '',
        institutionsJson: JSON.stringify([hall.hall().institutionOf.get(counterId)]),
        leaveJson: JSON.stringify([{ from: '2026-11-24', to: '2026-11-30', note: '' }]),
        createdAt: 0,
      }),
    );
    const businessDate = '2026-11-24';
    transaction.run(
      query
        .insertInto('day_presence')
        .values({ businessDate, counterId, promised: 100, present: 90, paused: 5, late: 10 }),
    );
    transaction.run(
      query.insertInto('day_estimates').values({
        businessDate,
        counterId,
        told: 40,
        untold: 2,
        held: 33,
        error: 8_000,
        simpleError: 12_000,
      }),
    );
    transaction.announce({ kind: 'configuration' });
  });
}

function idsOf({ hall }: TestServer, code: Code) {
  const idIn = (table: 'hours' | 'closures', scope: string) =>
    hall.store.first(query.selectFrom(table).select('id').where('scope', '=', scope))?.id ?? 0;
  return {
    hoursId: idIn('hours', `counter:${hall.counterId(code)}`),
    closureId: idIn('closures', `service:${hall.serviceId(code)}`),
  };
}
