import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path/posix";
import { expect, test } from "vitest";

/** What each part may import besides itself; `packages: false` also rules out npm and Node. */
const arrows: Record<string, { to: string[]; packages?: false }> = {
  "sdk/protocol": { to: [], packages: false },
  "sdk/tracker": { to: ["sdk/protocol"] },
  "sdk/server": { to: ["sdk/protocol"] },
  widget: { to: ["sdk/protocol"] },
  "collector/http": {
    to: [
      "collector/actions",
      "collector/ingest",
      "collector/domain",
      "sdk/protocol",
    ],
  },
  "collector/ingest": { to: ["collector/actions", "collector/storage"] },
  "collector/jobs": {
    to: ["collector/actions", "collector/storage", "collector/domain"],
  },
  "collector/actions": {
    to: ["collector/storage", "collector/domain", "sdk/protocol"],
  },
  "collector/storage": { to: ["collector/domain"] },
  "collector/owner": {
    to: ["collector/actions", "collector/domain", "sdk/protocol"],
  },
  "collector/domain": { to: [], packages: false },
};
const adapters = /^collector\/storage\/(sqlite|postgres)\//;
const mayNameAdapters = [
  "collector/open-engine.ts",
  "collector/backup.ts",
  "collector/migrate-to-postgres.ts",
  "collector/rebuild-rollups.ts",
  "collector/ingest/writer-thread.ts",
];

const imports = globSync("{sdk,widget,collector}/**/*.{ts,tsx}")
  // What only tests load may use what tests share.
  .filter((file) => !/\.test\.tsx?$|\/testing\//.test(file))
  .flatMap(importsOf);

test("every part was read", () => {
  for (const part of Object.keys(arrows)) {
    expect(globSync(`${part}/**/*.{ts,tsx}`), part).not.toEqual([]);
  }
  expect(imports.length).toBeGreaterThan(100);
});

test("parts import only along the arrows", () => {
  const wrong = imports.filter(({ file, target, isPackage }) => {
    const rule = arrows[partOf(file) ?? ""];
    if (isPackage) return rule?.packages === false;
    return rule && ![partOf(file), ...rule.to].includes(partOf(target));
  });
  expect(wrong).toEqual([]);
});

test("only what starts a process or a thread names an adapter", () => {
  const wrong = imports.filter(
    ({ file, target }) =>
      adapters.test(target) &&
      !adapters.test(file) &&
      !mayNameAdapters.includes(file),
  );
  expect(wrong).toEqual([]);
  expect(imports.some(({ target }) => adapters.test(target))).toBe(true);
});

test("the shipped parts import neither demo, tests nor bench", () => {
  expect(
    imports.filter(({ target }) => /^(demo|tests|bench)\//.test(target)),
  ).toEqual([]);
});

function importsOf(file: string) {
  const source = readFileSync(file, "utf8");
  const statement =
    /(?:\bfrom\s*|\bimport\s*\(?\s*|new URL\(\s*)["']([^"'\n]+)["']/g;
  return [...source.matchAll(statement)].map(([, specifier = ""]) => {
    const isPackage = !specifier.startsWith(".");
    const target = isPackage ? specifier : join(dirname(file), specifier);
    return { file, target, isPackage };
  });
}

function partOf(file: string): string | undefined {
  return Object.keys(arrows).find((part) => file.startsWith(`${part}/`));
}
