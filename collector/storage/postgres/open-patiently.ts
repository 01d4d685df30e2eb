import { type Connection, openConnection } from "./open-connection.ts";
import { patient, patientSessionAt, tell } from "./session.ts";

/** A connection whose work takes as long as it takes: nobody waits for it but who has started it. */
export function openPatiently(url: string): Connection {
  return openConnection(patientSessionAt(url), (client) =>
    tell(client, patient),
  );
}
