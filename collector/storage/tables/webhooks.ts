/** Who is told what happens, and what they were told. */

/** An address of the shop's that is told what happens. */
export interface EndpointsTable {
  id: string;
  site_id: string;
  url: string;
  /** JSON list of types. */
  events: string;
  /** Encrypted by the vault. */
  secret: string;
  state: "enabled" | "disabled";
  /** Why it is disabled. */
  because: string | null;
  /** When the first delivery failed of those since the last that did not. */
  failing_since: number | null;
  created_at: number;
}

/** One message to one endpoint: to be sent while it is pending, and a line of the log from then on. */
export interface DeliveriesTable {
  id: string;
  site_id: string;
  endpoint_id: string;
  type: string;
  /** The body, byte for byte as it is signed and sent. */
  payload: string;
  state: "pending" | "delivered" | "failed";
  /** Why the last attempt failed. */
  because: string | null;
  attempts: number;
  /** HTTP status of the last attempt. */
  status: number | null;
  /** The beginning of what the last attempt was answered, or what went wrong on the way. */
  detail: string | null;
  /** When it is due, or, while it is under way, when it would be tried again. */
  next_at: number | null;
  last_at: number | null;
  created_at: number;
}
