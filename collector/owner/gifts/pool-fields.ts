import type { Words } from "../words/en.ts";

/** What may change of a pool, from its form; or what is wrong with it. */
export function poolFields(
  form: { name?: string; url?: string; lowBelow?: string },
  w: Words["gifts"],
):
  | {
      fields: { name: string; url: string | null; lowBelow: number };
      problem: null;
    }
  | { fields: null; problem: string } {
  const name = (form.name ?? "").trim();
  const url = (form.url ?? "").trim();
  const lowBelow = (form.lowBelow ?? "")
    .normalize("NFKC")
    .replace(/[\s,]/g, "");
  const wrong = (problem: string) => ({ fields: null, problem });
  if (!name || name.length > 100 || /\p{C}/u.test(name))
    return wrong(w.nameNeeded);
  if (url && !(url.length <= 2000 && isWebUrl(url))) return wrong(w.badUrl);
  if (!/^\d{1,7}$/.test(lowBelow) || Number(lowBelow) > 1_000_000)
    return wrong(w.badCount);
  return {
    fields: { name, url: url || null, lowBelow: Number(lowBelow) },
    problem: null,
  };
}

function isWebUrl(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}
