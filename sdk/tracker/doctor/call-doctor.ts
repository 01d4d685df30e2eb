import type { Core } from "../on-demand.ts";
import type { Findings } from "./examine.ts";

/** What the collector says to a page that is being examined. */
export interface DoctorAnswer {
  isKey: boolean;
  isOrigin: boolean;
  seen: { type: string; at: number } | null;
  consent: "granted" | "required" | null;
  version: string;
  now: number;
}

/** Opens the install doctor for whoever comes with a key that the collector has made in the last hour; for others no more is loaded. */
export async function callDoctor(
  { options, ask }: Core,
  key: string,
): Promise<void> {
  const findings: Findings = { options, violations: [] };
  document.addEventListener("securitypolicyviolation", (event) =>
    findings.violations.push(event),
  );
  const consult = async () => {
    const answer = await ask<DoctorAnswer>(
      `doctor?site=${options.site}&key=${key}`,
    ).catch(() => null);
    findings.answer = answer?.response.status === 200 ? answer : undefined;
    return answer;
  };
  const answer = await consult();
  if (answer && !findings.answer) return;
  const { openPanel } = await import("./open-panel.ts");
  await openPanel(findings, consult, key);
}
