import { readFileSync } from "node:fs";

/** The first block of a language under a heading of a document: what is tested is what people paste. */
export function recipe(
  file: string,
  heading: string,
  language: string,
): string {
  const text = readFileSync(file, "utf8");
  const [, section = ""] = text.split(new RegExp(`\n###? ${heading}\n`));
  const [ours = ""] = section.split(/\n###? /);
  const block = ours.split(`\n\`\`\`${language}\n`)[1]?.split("\n```")[0];
  if (!block)
    throw new Error(
      `Expected a block of ${language} under "${heading}" in ${file}.`,
    );
  return block;
}
