/** A work has failed after it had written something, with no savepoint to go back to: its group is to be run anew, with savepoints. */
export class HalfDone extends Error {}
