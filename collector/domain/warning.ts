import type { Figures } from "./figures.ts";

export interface Warning {
  code: string;
  message: string;
  /** The same in numbers, one for each example; the owner's pages alone read them. */
  figures?: Figures[];
}

/** One warning for each code, with what all of them say. */
export function inOne(warnings: Warning[]): Warning[] {
  const said = new Map<string, Set<string>>();
  for (const { code, message } of warnings)
    said.set(code, (said.get(code) ?? new Set()).add(message));
  return [...said].map(([code, messages]) => {
    const figures = warnings.flatMap((warning) =>
      warning.code === code ? (warning.figures ?? []) : [],
    );
    return {
      code,
      message: [...messages].join(" "),
      ...(figures.length > 0 ? { figures } : {}),
    };
  });
}

/** The first of each code. */
export function oncePerCode(warnings: Warning[]): Warning[] {
  const first = new Map<string, Warning>();
  for (const warning of warnings) {
    if (!first.has(warning.code)) first.set(warning.code, warning);
  }
  return [...first.values()];
}
