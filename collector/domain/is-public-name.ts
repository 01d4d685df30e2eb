/** What turns the reading direction around: with it a name can make its surroundings say something else. */
const bidiControls = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
const lineBreakers = /[\p{Cc}\p{Zl}\p{Zp}]/u;
/** Shows as nothing; the last is the blank of Braille. */
const unseen = /[\s\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/gu;
const address = /:\/\/|www\.|@/;

/** Whether friends may be shown this as somebody's name: something is to be seen, it stays on its line, and it leads nowhere. */
export function isPublicName(name: string): boolean {
  return (
    name.replace(unseen, "") !== "" &&
    !lineBreakers.test(name) &&
    !bidiControls.test(name) &&
    // Full-width letters are read, and copied, like the others.
    !address.test(name.normalize("NFKC").toLowerCase())
  );
}
