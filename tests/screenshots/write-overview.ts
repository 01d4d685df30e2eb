import { existsSync } from "node:fs";
import type { Scene } from "./scene.ts";

/** The page of the documentation that shows all pictures. */
export function writeOverview(chapters: Record<string, Scene[]>): string {
  const parts = Object.entries(chapters).map(([title, scenes]) =>
    [`## ${title}`, ...scenes.filter(isTaken).map(picture)].join("\n\n"),
  );
  return `# The screens

Taken from the running product by \`npm run screenshots\`: a collector, a shop with some members and orders, and Chromium, as a phone of 375 px where nothing else is said. That browser has no share sheet; "Other apps" is there as it would be on a phone.

${parts.join("\n\n")}
`;
}

function isTaken({ name }: Scene): boolean {
  return existsSync(`docs/screens/${name}.png`);
}

function picture({ name, says, device }: Scene): string {
  const width = device?.viewport?.width ?? 375;
  const shown = width > 600 ? 640 : 320;
  return `**${name}** · ${says}\n\n<img src="screens/${name}.png" width="${shown}" alt="${says.replaceAll('"', "&quot;")}">`;
}
