import pg from "pg";

/** So long after the server has refused a connection no further one is asked for. */
const scarceMs = 10_000;

/** Lends a pool's connections: where the server lets no further one in, who asks waits for one of those that are open. */
export function borrowFrom(pool: pg.Pool): () => Promise<pg.PoolClient> {
  const { max = 1 } = pool.options;
  let scarceUntil = 0;
  return async function borrow() {
    if (performance.now() > scarceUntil) pool.options.max = max;
    try {
      return await pool.connect();
    } catch (error) {
      if (!isFull(error) || !pool.totalCount) throw error;
      pool.options.max = pool.totalCount;
      scarceUntil = performance.now() + scarceMs;
      return borrow();
    }
  };
}

function isFull(error: unknown): boolean {
  const tooManyConnections = "53300";
  return error instanceof pg.DatabaseError && error.code === tooManyConnections;
}
