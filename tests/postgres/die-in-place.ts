import { AsyncLocalStorage } from "node:async_hooks";
import pg from "pg";

interface Life {
  count: number;
  /** Before which statement it ends; 0 for none. */
  fatal: number;
  isArmed: boolean;
  /** Called at its end. */
  die(): void;
  isDead: boolean;
}

const lives = new AsyncLocalStorage<Life>();
const { query, connect } = pg.Client.prototype;

/** What the dead ask is never sent, and never answered. */
const silence = new Promise<never>(() => {});

pg.Client.prototype.query = function (this: pg.Client, ...asked: never) {
  const life = lives.getStore();
  if (life?.isArmed) life.count += 1;
  if (life?.isArmed && life.count === life.fatal) {
    life.isDead = true;
    life.isArmed = false;
    // What lies in the process is gone with it, and the server sees what it sees of a process that was killed.
    this.connection.stream.destroy();
    life.die();
  }
  return life?.isDead ? silence : query.apply(this, asked);
} as typeof query;

pg.Client.prototype.connect = function (this: pg.Client, ...asked: never) {
  return lives.getStore()?.isDead ? silence : connect.apply(this, asked);
} as typeof connect;

/**
 * Runs something that talks to PostgreSQL, and ends it just before its n-th statement between `begin` and `end` as a kill
 * would: a process for each would take a second. Answers how many statements there were.
 */
export async function dieInPlace(
  fatal: number,
  run: (begin: () => void, end: () => void) => Promise<void>,
): Promise<number> {
  const end = Promise.withResolvers<void>();
  const life: Life = {
    ...{ count: 0, fatal, isArmed: false, isDead: false },
    die: end.resolve,
  };
  const arm = (isArmed: boolean) => () => {
    life.isArmed = isArmed;
  };
  const lived = lives.run(life, () => run(arm(true), arm(false)));
  await Promise.race([lived, end.promise]);
  return life.count;
}
