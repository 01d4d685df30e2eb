import { createHash } from "node:crypto";
import {
  copyFileSync,
  globSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

/**
 * Beside `enishi.js`, which every update changes, the same script under a name
 * that never means another: version and content. `integrity.json` has the
 * hashes of it and of all that it loads.
 */
export function pinScript(version: string): Plugin {
  let folder = "";
  return {
    name: "pin-script",
    configResolved({ build }) {
      folder = build.outDir;
    },
    closeBundle() {
      for (const old of globSync("enishi-*.js", { cwd: folder })) {
        rmSync(join(folder, old));
      }
      const script = readFileSync(join(folder, "enishi.js"));
      const content = createHash("sha256").update(script).digest("hex");
      const pinned = `enishi-${version}-${content.slice(0, 8)}.js`;
      copyFileSync(join(folder, "enishi.js"), join(folder, pinned));
      const files = [
        pinned,
        ...globSync("enishi/**/*.js", { cwd: folder }).sort(),
      ];
      const hashes = files.map((file) => [
        file.replaceAll("\\", "/"),
        integrityOf(readFileSync(join(folder, file))),
      ]);
      const integrity = { script: pinned, files: Object.fromEntries(hashes) };
      writeFileSync(
        join(folder, "integrity.json"),
        `${JSON.stringify(integrity, null, 2)}\n`,
      );
      console.log(`${pinned} ${integrity.files[pinned]}`);
    },
  };
}

/** As the attribute `integrity` takes it. */
function integrityOf(file: Buffer): string {
  return `sha384-${createHash("sha384").update(file).digest("base64")}`;
}
