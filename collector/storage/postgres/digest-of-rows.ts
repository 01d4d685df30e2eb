import { createHash } from "node:crypto";

export interface RowDigest {
  rows: number;
  /** The same for the same rows, in whatever order they come. */
  digest: string;
}

const size = 1n << 128n;

/** How many rows there are and what they are: the sum of their hashes, so that two engines need not sort them alike. */
export async function digestOf(
  rows: AsyncIterable<unknown[]>,
): Promise<RowDigest> {
  let sum = 0n;
  let count = 0;
  for await (const row of rows) {
    const hash = createHash("sha256").update(JSON.stringify(row)).digest();
    sum += BigInt(`0x${hash.toString("hex", 0, 16)}`);
    count += 1;
  }
  return {
    rows: count,
    digest: (sum % size).toString(16).padStart(32, "0"),
  };
}
