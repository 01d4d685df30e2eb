/** What `npm run torture` runs, one part after the other. */
export interface Part {
  name: string;
  /** As the summary has it. */
  what: string;
  project: "node" | "postgres" | "e2e";
  files: string[];
}

export const parts: Part[] = [
  {
    name: "clients",
    what: "clients simulated against a model",
    project: "node",
    files: ["tests/client-simulation.test.ts"],
  },
  {
    name: "reports",
    what: "reports against rows counted one by one",
    project: "node",
    files: ["collector/actions/read-funnel.test.ts"],
  },
  {
    name: "requests",
    what: "requests and messages made up",
    project: "node",
    files: ["tests/fuzz/fuzz.test.ts", "tests/hostile.test.ts"],
  },
  {
    name: "kills",
    what: "SIGKILL under load, on SQLite",
    project: "node",
    files: ["tests/kill.test.ts"],
  },
  {
    name: "kills-of-two",
    what: "SIGKILL under load, two collectors on PostgreSQL",
    project: "postgres",
    files: ["tests/postgres/two-collectors.test.ts"],
  },
  {
    name: "power",
    what: "power loss on SQLite's files",
    project: "node",
    files: ["tests/disk/power-loss.test.ts"],
  },
  {
    name: "shops",
    what: "10,000 sites, a million members",
    project: "node",
    files: ["tests/large-shops.test.ts"],
  },
  {
    name: "pages",
    what: "random host pages, in Chromium",
    project: "e2e",
    files: ["tests/e2e/random-pages.e2e.ts"],
  },
  {
    name: "engines",
    what: "page journeys, in every browser engine there is",
    project: "e2e",
    files: ["tests/e2e/engines.e2e.ts"],
  },
];

/** The parts with these names, all where none is named. Throws where a name is nobody's. */
export function chosenParts(names: string[]): Part[] {
  const known = parts.map(({ name }) => name);
  const strange = names.filter((name) => !known.includes(name));
  if (strange.length)
    throw new Error(
      `Expected some of ${known.join(", ")}, and got ${strange.join(", ")}.`,
    );
  return parts.filter(({ name }) => !names.length || names.includes(name));
}
