import { wholeFrom } from "./field-text.ts";
import type { FormFields } from "./form-fields.ts";
import { checkedRules, type Editing, showRules } from "./show-rules.tsx";

/** What the last days would have come to under these rules. */
export async function rehearseRules(editing: Editing, fields: FormFields) {
  const { c, deps } = editing;
  const { program, errors } = checkedRules(editing, fields);
  const days = wholeFrom(fields.get("days") ?? "");
  const isSound = typeof days === "number" && days >= 1 && days <= 365;
  const { badDays } = c.var.view.words.rules.rehearsal;
  const problems = isSound ? errors : new Map([...errors, ["days", badDays]]);
  const rehearsal =
    program && isSound
      ? await deps.read.rehearsal({ siteId: c.var.site.id, program, days })
      : null;
  return showRules(editing, { fields, errors: problems, rehearsal });
}
