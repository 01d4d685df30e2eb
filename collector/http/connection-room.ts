/** Among how many callers the places are shared that a process has for connections. */
export interface ConnectionRoom {
  total: number;
  /** From one address that is not this machine's; 0 where a proxy carries everybody. */
  perAddress: number;
  /** Beyond the total, for this machine: whoever looks after us is let in when nobody else is. */
  spared: number;
  /** Who is turned away has a place until they have read why; beyond these nobody is even told. */
  farewells: number;
  /** Sockets that listen: see `openDoors`. */
  doors: number;
}

/** A connection takes some 20 kB. By 16 doors, thousands who came at once into a crowd waited 8 s, by these 3 s. */
const wanted: ConnectionRoom = {
  total: 8_000,
  perAddress: 400,
  spared: 64,
  farewells: 7_500,
  doors: 256,
};
/** The database, threads, and webhooks under way: some 50 at rest. */
const ownFiles = 128;
/** With less, hardly anybody could connect. */
export const fewestFiles = ownFiles + 64;
/** With so many nothing is given up. */
export const wantedFiles =
  ownFiles + wanted.total + wanted.spared + wanted.farewells + wanted.doors;

/** What a process that may have so many files open can promise: each connection is one. */
export function connectionRoom(files: number): ConnectionRoom {
  const share = Math.min(1, (files - ownFiles) / (wantedFiles - ownFiles));
  const part = (of: number) => Math.ceil(share * of);
  const total = part(wanted.total);
  return {
    total,
    perAddress: Math.min(wanted.perAddress, Math.ceil(total / 4)),
    spared: Math.max(8, part(wanted.spared)),
    farewells: part(wanted.farewells),
    doors: part(wanted.doors),
  };
}
