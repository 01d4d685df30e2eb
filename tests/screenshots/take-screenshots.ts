import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openWorld, type World } from "../e2e/world.ts";
import { asPalette } from "./as-palette.ts";
import { type Cast, fillWorld, setProgram } from "./cast.ts";
import { chapters } from "./chapters.ts";
import { phone, type Scene } from "./scene.ts";
import { writeOverview } from "./write-overview.ts";

const folder = "docs/screens";
const wanted = process.argv.slice(2);
const isWanted = ({ name }: Scene) =>
  wanted.length === 0 || wanted.some((part) => name.startsWith(part));

if (wanted.length === 0) rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const world = await openWorld({
  shop: { home: "page.html", folder: import.meta.dirname },
});
try {
  const cast = await fillWorld(world);
  for (const scene of Object.values(chapters).flat().filter(isWanted)) {
    try {
      writeFileSync(
        join(folder, `${scene.name}.png`),
        asPalette(await take(world, cast, scene)),
      );
    } catch (error) {
      console.error(`${scene.name}: ${error}`);
      process.exitCode = 1;
    }
  }
  writeFileSync("docs/screens.md", writeOverview(chapters));
} finally {
  await world.close();
}

/** Plays a scene on a device of its own, and takes its picture. */
async function take(world: World, cast: Cast, scene: Scene): Promise<Buffer> {
  await setProgram(world, "live");
  const address = await scene.open(world, cast);
  const page = await world.device({
    reducedMotion: "reduce",
    ...(scene.device ?? phone),
  });
  try {
    // What every phone's browser has, and this one lacks.
    if (scene.device?.isMobile ?? !scene.device) {
      await page.addInitScript(() =>
        Object.assign(navigator, { canShare: () => true }),
      );
    }
    await scene.before?.(page);
    await page.goto(address, { waitUntil: "load" });
    await page.locator(scene.ready).first().waitFor();
    await scene.act?.(page, cast);
    await page.evaluate(() => document.fonts.ready);
    await page.mouse.move(0, 0);
    if (!scene.clip) return await page.screenshot();
    const box = await page.locator(scene.clip).first().boundingBox();
    if (!box) throw new Error(`Expected ${scene.clip} to be seen.`);
    // The box is where the window shows it, the picture is of the whole page.
    const scrolled = await page.evaluate(() => ({ x: scrollX, y: scrollY }));
    const margin = 12;
    return await page.screenshot({
      fullPage: true,
      clip: {
        x: Math.max(box.x + scrolled.x - margin, 0),
        y: Math.max(box.y + scrolled.y - margin, 0),
        width: box.width + 2 * margin,
        height: box.height + 2 * margin,
      },
    });
  } finally {
    await page.context().close();
  }
}
