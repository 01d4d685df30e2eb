import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

interface Locked {
  hasInstallScript?: boolean;
  gypfile?: boolean;
  dev?: boolean;
}

test("what the collector needs is installed where there is no compiler", () => {
  const { packages } = JSON.parse(
    readFileSync("package-lock.json", "utf8"),
  ) as { packages: Record<string, Locked> };
  // npm would compile whatever has sources for it, though the package brings what is compiled: it looks in the lock alone.
  const compiled = Object.entries(packages).filter(
    ([, one]) => one.hasInstallScript && !one.dev && one.gypfile !== false,
  );
  expect(compiled.map(([name]) => name)).toEqual([]);
});

test("an installation to run leaves the checkout as it came, so that it can be updated", () => {
  // `npm install` takes the line out of the lock that the test above asks for.
  for (const guide of ["docs/self-hosting.md", "README.md"])
    for (const [command] of readFileSync(guide, "utf8").matchAll(
      /^.*npm (?:ci|install) && npm run build/gm,
    ))
      expect(command).toContain("npm ci");
});
