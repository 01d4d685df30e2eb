/** A work has failed after it had written something, and there was no savepoint to go back to. */
export class HalfDone extends Error {}
