/** @jsxImportSource hono/jsx */
import { type Context, Hono } from "hono";
import {
  type CustomerList,
  customersIn,
  type ListedCustomer,
} from "../../domain/customer-list.ts";
import { DomainError } from "../../domain/domain-error.ts";
import { doing } from "../doing.ts";
import { startWork } from "../long-work.tsx";
import type { OwnerDeps } from "../owner-deps.ts";
import type { OwnerEnv } from "../owner-env.ts";
import { page } from "../page.ts";
import type { News } from "../sessions.ts";
import { textOfFile } from "../text-of-file.ts";
import { CustomersPage } from "./customers-page.tsx";

type Ctx = Context<OwnerEnv>;
/** In one transaction: beacons wait for that. */
const chunkSize = 1_000;
/** More would not be read by anybody; the rest is counted. */
const wrongShown = 100;

/** Files come here; everywhere else forms are small. */
export const importPath = "/owner/sites/customers";
export const maxImportBytes = 5 * 1024 * 1024;

/** Who is a customer already, from a file or as it was pasted. */
export function ownerCustomers({ read, writer }: OwnerDeps): Hono<OwnerEnv> {
  const pages = new Hono<OwnerEnv>();

  pages.get("/sites/customers", async (c) => {
    const siteId = c.var.site.id;
    const { newnessUnknown } = await read.installation({ siteId });
    return page(
      c,
      <CustomersPage
        view={c.var.view}
        imported={await read.customers({ siteId })}
        isNewnessUnknown={newnessUnknown}
      />,
    );
  });

  pages.post("/sites/customers", async (c) => {
    const w = c.var.view.words.sites.customers;
    let list: CustomerList;
    try {
      list = await uploaded(c);
    } catch (error) {
      return doing(c, importPath, () => Promise.reject(error));
    }
    const chunks = chunksOf(list.customers);
    const siteId = c.var.site.id;
    return startWork(
      c,
      {
        title: w.working,
        total: Math.max(1, list.customers.length),
        back: importPath,
      },
      async (step) => {
        const sum = { added: 0, known: 0 };
        for (const [part, customers] of chunks.entries()) {
          const { added, known } = await writer.run("importCustomers", {
            siteId,
            customers,
            by: "owner",
            noteAs: part === 0 ? list.customers.length : null,
          });
          sum.added += added;
          sum.known += known;
          step(customers.length);
        }
        return outcome(c, sum, list.wrong);
      },
    );
  });

  pages.post("/sites/customers/forgetting", (c) =>
    doing(c, importPath, async () => {
      const { named } = await c.req.parseBody();
      await writer.run("forgetImported", {
        siteId: c.var.site.id,
        named: typeof named === "string" ? named : "",
        by: "owner",
      });
      return c.var.view.words.sites.customers.forgotten;
    }),
  );

  return pages;
}

/** Throws `invalid_field` in the reader's language. */
async function uploaded(c: Ctx): Promise<CustomerList> {
  const w = c.var.view.words.sites.customers;
  const refuse = (text: string) => new DomainError("invalid_field", text);
  const { file, text } = await c.req.parseBody();
  const isFile = file instanceof File && file.size > 0;
  if (isFile && file.size > maxImportBytes) throw refuse(w.tooLarge);
  const given = isFile
    ? textOfFile(await file.arrayBuffer())
    : typeof text === "string"
      ? text
      : "";
  if (given.trim() === "") throw refuse(w.empty);
  const list = customersIn(given);
  if (!list) throw refuse(w.notJson);
  return list;
}

function outcome(
  c: Ctx,
  { added, known }: { added: number; known: number },
  wrong: CustomerList["wrong"],
): News {
  const { words, formats } = c.var.view;
  const w = words.sites.customers;
  const done = w.done(formats.count(added), formats.count(known));
  if (wrong.length === 0) return { kind: "done", text: done };
  const lines = wrong
    .slice(0, wrongShown)
    .map(({ line, text }) => w.line(line, text.slice(0, 100)));
  if (wrong.length > wrongShown)
    lines.push(w.more(formats.count(wrong.length - wrongShown)));
  return {
    kind: "problem",
    text: `${done} ${w.wrong(formats.count(wrong.length))}`,
    code: lines.join("\n"),
  };
}

function chunksOf(customers: ListedCustomer[]): ListedCustomer[][] {
  const chunks = [];
  for (let at = 0; at < customers.length; at += chunkSize)
    chunks.push(customers.slice(at, at + chunkSize));
  return chunks;
}
