/** Whether `ENISHI_DATABASE` names a PostgreSQL server rather than a SQLite file. */
export function isPostgres(database: string): boolean {
  return /^postgres(ql)?:\/\//i.test(database);
}
