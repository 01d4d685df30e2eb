/** A figure that is asked for when somebody looks. */
export interface Gauge {
  name: string;
  help: string;
  /** `counter` for what only grows. */
  type?: "gauge" | "counter";
  /** Rejects, or answers `null`, where it cannot be told: then it is left out. */
  read(): number | null | Promise<number | null>;
}
