import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { style } from "../collector/owner/style.ts";

/** What a page downloads, against what it may. Bytes after brotli 11. */
export interface Size {
  what: string;
  bytes: number;
  /** More fails. */
  gate: number;
  aim: number | null;
}

interface Chunk {
  file: string;
  src?: string;
  isEntry?: boolean;
  imports?: string[];
  dynamicImports?: string[];
}
type Manifest = Record<string, Chunk>;

/** The language of the first screen, as most bytes take it. */
const firstLanguage = "widget/messages/ja.ts";
const languages = /^widget\/messages\/(en|ja|ko|zh-han[st])\.ts$/;
const qrCode = "widget/components/qr-code.tsx";

/** Measures what `npm run build` left in `dist/browser`, each file by itself, as it is served. */
export function measureSizes(browser = "dist/browser"): Size[] {
  const folder = join(browser, "enishi");
  const manifest = readManifest(join(folder, "manifest.json"));
  const entry = Object.keys(manifest).find((key) => manifest[key]?.isEntry);
  if (!entry) throw new Error(`Expected an entry in ${folder}/manifest.json.`);

  const sizeOf = (chunks: Iterable<string>) =>
    [...chunks]
      .map((key) => compressed(readFileSync(join(folder, fileOf(key)))))
      .reduce((sum, bytes) => sum + bytes, 0);
  const fileOf = (key: string) => manifest[key]?.file ?? key;

  const first = withImports(manifest, entry);
  const firstScreen = new Set([
    ...first,
    ...withImports(manifest, firstLanguage),
  ]);
  const onDemand = Object.keys(manifest).filter(
    (key) => !firstScreen.has(key) && manifest[key]?.src,
  );
  const added = (key: string) =>
    sizeOf(
      [...withImports(manifest, key)].filter((part) => !firstScreen.has(part)),
    );

  const tracker = compressed(readFileSync(join(browser, "enishi.js")));
  const widget = sizeOf(firstScreen);
  return [
    {
      what: "inline stub",
      bytes: compressed(readFileSync(join(browser, "stub.js"))),
      gate: 120,
      aim: 100,
    },
    { what: "enishi.js", bytes: tracker, gate: 2_900, aim: 2_400 },
    {
      what: "widget, first screen, one language",
      bytes: widget,
      gate: 10_500,
      aim: 9_000,
    },
    {
      what: "tracker + widget",
      bytes: tracker + widget,
      gate: 12_800,
      aim: 11_000,
    },
    ...onDemand.map((key) => ({
      what: `on demand: ${nameOf(key)}`,
      bytes: added(key),
      gate: key === qrCode ? 4_300 : languages.test(key) ? 900 : 3_000,
      aim: null,
    })),
    ...trackerOnDemand(folder, manifest),
    {
      what: "owner's page, styles (it has no script)",
      bytes: compressed(Buffer.from(style)),
      gate: 40_000,
      aim: 20_000,
    },
  ];
}

/** How many copies of Preact a page with every screen open would run. Only its core defines this method. */
export function copiesOfPreact(browser = "dist/browser"): number {
  const folder = join(browser, "enishi");
  const code = readdirSync(folder)
    .filter((file) => file.endsWith(".js"))
    .map((file) => readFileSync(join(folder, file), "utf8"))
    .join("\n");
  return code.match(/\.prototype\.setState\s*=/g)?.length ?? 0;
}

/** Chunks beside the widget's own: the tracker's rarer parts. */
function trackerOnDemand(folder: string, manifest: Manifest): Size[] {
  const ofWidget = new Set(Object.values(manifest).map(({ file }) => file));
  return readdirSync(folder)
    .filter((file) => file.endsWith(".js") && !ofWidget.has(file))
    .map((file) => ({
      what: `on demand: ${file.replace(/-?.{6}\.js$/, "")} (tracker)`,
      bytes: compressed(readFileSync(join(folder, file))),
      gate: 3_000,
      aim: null,
    }));
}

function withImports(
  manifest: Manifest,
  key: string,
  found = new Set<string>(),
) {
  if (found.has(key)) return found;
  const chunk = manifest[key];
  if (!chunk) throw new Error(`Expected ${key} in the widget's manifest.`);
  found.add(key);
  for (const part of chunk.imports ?? []) withImports(manifest, part, found);
  return found;
}

function readManifest(path: string): Manifest {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Manifest;
  } catch (cause) {
    throw new Error(`Expected ${path}; run \`npm run build\` first.`, {
      cause,
    });
  }
}

function nameOf(key: string): string {
  return key.replace(/^widget\/(components\/)?/, "").replace(/\.tsx?$/, "");
}

function compressed(file: Buffer): number {
  return brotliCompressSync(file, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: file.length,
    },
  }).length;
}
