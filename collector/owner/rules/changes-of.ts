import type { Program } from "../../domain/program.ts";
import type { View } from "../pages/view.ts";
import { factsOf } from "./facts-of.ts";
import { formOf } from "./form-of.ts";

export interface Change {
  label: string;
  /** `null` where it was not there. */
  was: string | null;
  /** `null` where it is not there any more. */
  becomes: string | null;
}

/** What differs between two states of a programme, in words; empty only where they say the same. */
export function changesOf(
  view: View,
  before: Program,
  after: Program,
): Change[] {
  const inWords = differences(
    numbered(factsOf(view, before)),
    numbered(factsOf(view, after)),
  );
  if (inWords.length > 0) return inWords;
  // Finer than words tell, such as seconds of an instant: the fields themselves.
  return differences(formOf(before), formOf(after)).map((change) => ({
    ...change,
    label: labelOf(view, change.label),
  }));
}

/** Steps and campaigns may repeat a label: the second is another line. */
function numbered(lines: [string, string][]): Map<string, string> {
  const found = new Map<string, string>();
  for (const [label, text] of lines) {
    let name = label;
    for (let n = 2; found.has(name); n++) name = `${label} (${n})`;
    found.set(name, text);
  }
  return found;
}

function differences(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): Change[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((label) => before.get(label) !== after.get(label))
    .map((label) => ({
      label,
      was: before.get(label) ?? null,
      becomes: after.get(label) ?? null,
    }));
}

function labelOf(view: View, name: string): string {
  return view.words.rules.fields[name.replace(/\[\d+\]/g, "[]")] ?? name;
}
