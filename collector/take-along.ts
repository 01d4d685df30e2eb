import { chownSync, cpSync, existsSync, readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { makeFolder } from "./make-folder.ts";

/** What lies beside a database, and what its collector can be told instead. */
const beside = [
  { end: "key", otherwise: "ENISHI_MASTER_KEY" },
  { end: "owner", otherwise: "ENISHI_ADMIN_PASSWORD" },
  { end: "scripts", otherwise: null },
];

/**
 * Copies what lies beside a SQLite file to where a collector on a server's database looks for it, for the same user to read.
 * Answers a line of each; what is there already stays.
 */
export function takeAlong(from: string, to: string): string[] {
  return beside.flatMap(({ end, otherwise }) => {
    const [source, target] = [`${from}.${end}`, `${to}.${end}`];
    if (!existsSync(source))
      return otherwise ? [`${otherwise}: set it as it was until now`] : [];
    if (existsSync(target))
      return [`${target} was there, and is left as it is`];
    try {
      makeFolder(dirname(target));
      cpSync(source, target, { recursive: true });
      giveTo(statSync(source), target);
      return [`${target} is a copy of ${source}`];
    } catch (error) {
      const or = otherwise ? `, or set ${otherwise}` : "";
      return [
        `cp -rp ${source} ${target}${or}: it could not be copied (${(error as Error).message})`,
      ];
    }
  });
}

/** Whoever moves a database may be another user than its collector. */
function giveTo(user: { uid: number; gid: number }, path: string): void {
  if (process.getuid?.() !== 0) return;
  chownSync(path, user.uid, user.gid);
  if (!statSync(path).isDirectory()) return;
  for (const name of readdirSync(path)) giveTo(user, join(path, name));
}
