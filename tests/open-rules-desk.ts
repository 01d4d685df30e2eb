import type { Program } from "../collector/domain/program.ts";
import { fieldsIn, openOwner } from "./open-owner.ts";

/** The page of the first programme. */
export const rulesPath = "/owner/program?program=default";

/** An owner's desk, and the ways of its page of rules. */
export async function openRulesDesk() {
  const owner = await openOwner();

  async function send(fields: Map<string, string>, act: string) {
    const { html, ...answer } = await owner.post(
      rulesPath,
      new Map(fields).set("do", act),
    );
    return {
      ...answer,
      html,
      text: html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " "),
    };
  }

  return {
    owner,
    send,
    form: async () => rulesIn(await owner.get("/owner/program?lang=en")),
    async publish(fields: Map<string, string>) {
      const { html } = await send(fields, "preview");
      const previewed = fieldsIn(html).get("previewed") ?? "";
      return send(new Map(fields).set("previewed", previewed), "publish");
    },
    async inForce(id = "default"): Promise<Program> {
      const { body } = await owner.asServer("GET", "/v1/programs");
      return body.items.find((program: Program) => program.id === id);
    },
  };
}

/** The fields of the rules, without those of the form for copies below. */
export function rulesIn(html: string): Map<string, string> {
  return fieldsIn(html.split('action="/owner/program/copies')[0] ?? "");
}
