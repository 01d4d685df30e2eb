import { spawnSync } from "node:child_process";
import { existsSync, globSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path/posix";
import { expect, test } from "vitest";
import { parseConfig } from "../collector/config.ts";
import { operations } from "../collector/http/operations.ts";
import { stubText } from "../sdk/tracker/stub-text.ts";

const documents = ["README.md", "CHANGELOG.md", ...globSync("docs/**/*.md")];

test.each(documents)("every relative link in %s leads somewhere", (file) => {
  const broken = linksIn(readFileSync(file, "utf8"))
    .filter((link) => !/^[a-z]+:/i.test(link))
    .filter((link) => !leadsSomewhere(file, link));
  expect(broken).toEqual([]);
});

test("every document can be reached from the README", () => {
  const reached = new Set(["README.md"]);
  for (const file of reached) {
    for (const link of linksIn(readFileSync(file, "utf8"))) {
      const target = join(dirname(file), link.split("#")[0] ?? "");
      if (target.endsWith(".md") && existsSync(target)) reached.add(target);
    }
  }
  expect(documents.filter((file) => !reached.has(file))).toEqual([]);
});

test("docs/api/http.md names every call that the collector answers, and no other", () => {
  const text = readFileSync("docs/api/http.md", "utf8");
  const named = [
    ...text.matchAll(
      /`((?:GET|POST|PUT|PATCH|DELETE) \/(?:(?:v1|r|s)\/[\w/:.-]+|disclosure|healthz|readyz|metrics|openapi\.json))/g,
    ),
  ].map(([, call]) => call);
  const answered = operations.map(
    ({ method, path }) => `${method.toUpperCase()} ${path}`,
  );
  expect([...new Set(named)].sort()).toEqual(answered.sort());
});

test("the README's table names every variable that the collector reads, and no other", () => {
  const read = new Set<string>();
  const nothing = { get: (_: object, name: string) => void read.add(name) };
  parseConfig(new Proxy({}, nothing));
  // Said by systemd, and told of beside the variable that it stands in for.
  read.delete("STATE_DIRECTORY");
  const [, table = ""] = readFileSync("README.md", "utf8").split(
    "| variable | meaning | default |",
  );
  const named = (table.split("\n\n")[0] ?? "")
    .split("\n")
    .flatMap((row) => [...(row.split("|")[1] ?? "").matchAll(/`(\w+)`/g)])
    .map(([, name = ""]) => name);
  expect(named.sort()).toEqual([...read].sort());
});

test("the stub is the same wherever it is printed", () => {
  const printed = documents.flatMap((file) =>
    (
      readFileSync(file, "utf8").match(/^.*enishi(?:\|\|=|\?\.).*$/gm) ?? []
    ).map((line) => ({ file, isStub: line.includes(stubText) })),
  );
  expect(printed.length).toBeGreaterThan(1);
  expect(printed.filter(({ isStub }) => !isStub)).toEqual([]);
});

test("every snippet that is printed says the site's consent setting", () => {
  const snippets = [...documents, ...globSync("examples/**/*.html")].flatMap(
    (file) =>
      readFileSync(file, "utf8").match(/<script [^>]*data-site[^>]*>/g) ?? [],
  );
  expect(snippets.length).toBeGreaterThan(8);
  expect(snippets.filter((tag) => !/data-consent="\w+"/.test(tag))).toEqual([]);
});

test.each(["backup", "pull", "ci", "build"])(
  "an update whose step %s fails goes no further, and starts nothing",
  (failing) => {
    const [, part = ""] = readFileSync("docs/self-hosting.md", "utf8").split(
      "## Updates",
    );
    const [, update = ""] = /```sh\n([^`]*)```/.exec(part) ?? [];
    const pretended = ["systemctl", "cd", "git", "npm"]
      .map((name) => `${name}() { echo "$*"; [ "\${*#*${failing}}" = "$*" ]; }`)
      .join("\n");
    const { stdout } = spawnSync("sh", ["-c", `${pretended}\n${update}`], {
      encoding: "utf8",
    });
    expect(stdout.trim().split("\n").at(-1)).toContain(failing);
  },
);

function linksIn(text: string): string[] {
  return [...withoutCode(text).matchAll(/\]\(([^)\s]+)\)/g)].map(
    ([, link = ""]) => link,
  );
}

function leadsSomewhere(file: string, link: string): boolean {
  const [path = "", anchor] = link.split("#");
  const target = path ? join(dirname(file), path) : file;
  if (!existsSync(target)) return false;
  if (!anchor || statSync(target).isDirectory()) return true;
  return anchorsIn(readFileSync(target, "utf8")).includes(anchor);
}

/** Headings as GitHub names them in links: lower case, hyphens, no punctuation. */
function anchorsIn(text: string): string[] {
  return [...withoutCode(text).matchAll(/^#+ (.+)$/gm)].map(([, title = ""]) =>
    title
      .trim()
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .replace(/\s/g, "-"),
  );
}

function withoutCode(text: string): string {
  return text.replace(/^ *```[\s\S]*?^ *```/gm, "");
}
