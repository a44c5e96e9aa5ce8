import Fastify, { type FastifyInstance } from 'fastify';
import type { KyselyPlugin } from 'kysely';
import pino from 'pino';
import { beginCentre } from '../../../electron/centre/accounts/begin-centre';
import { type CentreDatabase, DatabaseAway } from '../../../electron/centre/database/engine';
import { registerHallDoors } from '../../../electron/centre/server/hall-doors';
import { keyIdOf, type SigningKey } from '../../../electron/contract/centre/signing';
import { centreHeaders } from '../../../electron/contract/centre/wire';
import type { Answered } from '../../../electron/uplink/call-centre';
import { centreDatabase, type Engine } from '../../support/centre-database';
import type { SentRequest } from './network';

/** Statements after which the database goes away, for once. */
class GoingAway implements KyselyPlugin {
  left = Number.POSITIVE_INFINITY;

  transformQuery({ node }: Parameters<KyselyPlugin['transformQuery']>[0]) {
    this.left -= 1;
    if (this.left > 0) return node;
    this.left = Number.POSITIVE_INFINITY;
    throw new DatabaseAway('The database went away.');
  }

  async transformResult({ result }: Parameters<KyselyPlugin['transformResult']>[0]) {
    return result;
  }
}

/** One centre for many seeds: its real doors for halls, on a real database; what comes, comes without a socket. */
export class SimulatedCentre {
  readonly database: CentreDatabase;
  readonly key: SigningKey;
  readonly #app: FastifyInstance;
  readonly #goingAway: GoingAway;
  time = Date.UTC(2026, 10, 24, 2, 0);

  static async begin(engine: Engine): Promise<SimulatedCentre> {
    const database = await centreDatabase(engine);
    const { key } = await beginCentre(database);
    const goingAway = new GoingAway();
    const app = Fastify();
    const centre = new SimulatedCentre(database, key, app, goingAway);
    const query = database.query.withPlugin(goingAway);
    await registerHallDoors(app, {
      database: { ...database, query },
      log: pino({ level: 'silent' }),
      now: () => centre.time,
      version: '0.1.0',
      key,
    });
    await app.ready();
    return centre;
  }

  private constructor(database: CentreDatabase, key: SigningKey, app: FastifyInstance, goingAway: GoingAway) {
    this.database = database;
    this.key = key;
    this.#app = app;
    this.#goingAway = goingAway;
  }

  /** Lets a hall in, as after its code was typed. */
  async letIn(uid: string, publicKey: string): Promise<number> {
    const { id } = await this.database.query
      .insertInto('halls')
      .values({
        ...{ uid, name: uid, city: 'Kajen', time_zone: 'Asia/Jakarta', let_in_at: this.time },
        ...{ removed_at: null, frozen_at: null, frozen_because: null },
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await this.database.query
      .insertInto('hall_keys')
      .values({
        hall_id: id,
        key_id: keyIdOf(publicKey),
        public_key: publicKey,
        added_at: this.time,
        revoked_at: null,
      })
      .execute();
    return id;
  }

  /** Takes a request that arrived. `failAfter`: its database goes away at so many statements from now. */
  async take({ path, headers, body }: SentRequest, failAfter: number | null): Promise<Answered> {
    this.time += 1_000;
    this.#goingAway.left = failAfter ?? Number.POSITIVE_INFINITY;
    const texts = Object.entries(headers).map(([name, value]) => [name, String(value)]);
    const answer = await this.#app.inject({
      method: 'POST',
      url: path,
      headers: Object.fromEntries(texts),
      payload: Buffer.from(body),
    });
    this.#goingAway.left = Number.POSITIVE_INFINITY;
    return {
      status: answer.statusCode,
      body: answer.rawPayload,
      signature: String(answer.headers[centreHeaders.signature] ?? ''),
    };
  }
}
