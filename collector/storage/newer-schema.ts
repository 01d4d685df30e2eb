/** A later version has been at this database, and this one does not know what it has changed. */
export class NewerSchema extends Error {
  /** Kept across threads, where the class is not. */
  readonly code = "NEWER_SCHEMA";
}

export function isNewerSchema(error: { code?: unknown }): boolean {
  return error.code === "NEWER_SCHEMA";
}
