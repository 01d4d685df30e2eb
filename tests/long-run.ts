const { ENISHI_TORTURE, ENISHI_SEED } = process.env;

/** Whether these are the long runs, `npm run torture`. */
export const isLongRun = Boolean(ENISHI_TORTURE);

/** What chance shall begin with, by which a run is repeated: `ENISHI_SEED`, which `npm run torture` names. `null`: every test its own. */
export const seedOfRun: number | null = ENISHI_SEED
  ? Number(ENISHI_SEED)
  : null;

/** For fast-check, which without one takes its own. */
export const seeded: { seed?: number } =
  seedOfRun === null ? {} : { seed: seedOfRun };
