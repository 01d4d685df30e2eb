import { readFileSync } from "node:fs";
import { basename } from "node:path";

const kinds = { written: 1, truncated: 2, synced: 3, removed: 4 };
const headBytes = 24;
const sectorBytes = 512;

interface Change {
  file: string;
  kind: number;
  at: number;
  data: Buffer;
}

/**
 * What a disk holds whose power failed: all that was synced, and of the rest as much as `survives` says, sector by
 * sector, in no order. Answers each file's bytes by its name.
 */
export function diskAfterPowerLoss(
  journal: string,
  survives: () => boolean = () => false,
): Map<string, Buffer> {
  const files = new Map<string, Image>();
  const unsynced = new Map<string, Change[]>();
  for (const change of changesIn(readFileSync(journal))) {
    const { file, kind } = change;
    const waiting = unsynced.get(file) ?? [];
    if (kind === kinds.removed) {
      files.delete(file);
      unsynced.delete(file);
    } else if (kind === kinds.synced) {
      for (const one of waiting) apply(files, one);
      unsynced.delete(file);
    } else {
      waiting.push(change);
      unsynced.set(file, waiting);
    }
  }
  for (const change of [...unsynced.values()].flat())
    for (const sector of sectorsOf(change))
      if (survives()) apply(files, sector);
  return new Map(
    [...files].map(([name, { bytes, length }]) => [
      name,
      bytes.subarray(0, length),
    ]),
  );
}

function* changesIn(bytes: Buffer): Generator<Change> {
  let from = 0;
  // The last may be cut off: the process was killed while it was noted.
  while (from + headBytes <= bytes.length) {
    const word = (n: number) => bytes.readUInt32LE(from + 4 * n);
    const [kind, pathBytes, dataBytes] = [word(0), word(1), word(2)];
    const at = word(4) + word(5) * 2 ** 32;
    const data = from + headBytes + pathBytes;
    if (data + dataBytes > bytes.length) return;
    const path = bytes.toString("utf8", from + headBytes, data);
    from = data + dataBytes;
    yield { file: basename(path), kind, at, data: bytes.subarray(data, from) };
  }
}

/** A file, in a buffer with room to grow. */
interface Image {
  bytes: Buffer;
  length: number;
}

function apply(files: Map<string, Image>, { file, kind, at, data }: Change) {
  const image = files.get(file) ?? { bytes: Buffer.alloc(4_096), length: 0 };
  files.set(file, image);
  const end = kind === kinds.truncated ? at : at + data.length;
  if (end > image.bytes.length) {
    const larger = Buffer.alloc(2 * end);
    image.bytes.copy(larger, 0, 0, image.length);
    image.bytes = larger;
  }
  if (kind === kinds.truncated && end < image.length)
    image.bytes.fill(0, end, image.length);
  data.copy(image.bytes, at);
  image.length = kind === kinds.truncated ? end : Math.max(image.length, end);
}

/** Disks write whole sectors; a page is several. */
function sectorsOf(change: Change): Change[] {
  if (change.kind !== kinds.written) return [change];
  const { at, data } = change;
  const count = Math.ceil(data.length / sectorBytes);
  return Array.from({ length: count }, (_, n) => ({
    ...change,
    at: at + n * sectorBytes,
    data: data.subarray(n * sectorBytes, (n + 1) * sectorBytes),
  }));
}
