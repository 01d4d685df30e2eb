import { Hono } from "hono";
import { DomainError } from "../../domain/domain-error.ts";
import { leadingTo } from "../leading-to.ts";
import type { OwnerDeps } from "../owner-deps.ts";
import type { OwnerEnv } from "../owner-env.ts";
import { memberKinds } from "./new-member.tsx";

/** Adds a member by hand; whoever is one already is shown, and stays as they are. */
export function ownerNewMember({ read, writer }: OwnerDeps): Hono<OwnerEnv> {
  const pages = new Hono<OwnerEnv>();

  pages.post("/members", (c) =>
    leadingTo(c, "/owner/members", async () => {
      const { site, view, programs } = c.var;
      const w = view.words.start;
      const form = await c.req.parseBody();
      const text = (name: string) => {
        const value = form[name];
        return typeof value === "string" ? value.trim() : "";
      };
      const refuse = (why: string) => new DomainError("invalid_field", why);
      const externalId = text("externalId");
      const email = text("email") || null;
      if (!externalId || externalId.length > 200 || /\p{C}/u.test(externalId))
        throw refuse(w.wrongId);
      if (email && (email.length > 254 || !/^\S+@\S+$/.test(email)))
        throw refuse(w.wrongEmail);
      const siteId = site.id;
      const place = (id: string) => `/owner/members/${encodeURIComponent(id)}`;
      const known = await read.member({ siteId, member: externalId });
      if (known)
        return {
          place: place(known.member.id),
          news: { kind: "problem", text: w.there },
        };
      const program = programs.find(({ id }) => id === text("program"));
      const { member } = await writer.run("putMember", {
        siteId,
        externalId,
        email,
        name: text("name").slice(0, 100) || null,
        kind: memberKinds.find((kind) => kind === text("kind")) ?? "customer",
        by: "owner",
        ...(program ? { program: program.id } : {}),
      });
      return {
        place: place(member.id),
        news: {
          kind: "done",
          text: w.added,
          code: `${member.link}\n${member.code}`,
        },
      };
    }),
  );

  return pages;
}
