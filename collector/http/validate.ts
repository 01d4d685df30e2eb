import type { z } from "zod";
import type { FieldError } from "../domain/domain-error.ts";
import { expectation, shown } from "./expectation.ts";
import { Refusal } from "./refusal.ts";

type Issue = z.core.$ZodIssue;
type RawIssue = z.core.$ZodRawIssue;

export type Checked<Value> =
  | { value: Value; errors: null }
  | { value: null; errors: FieldError[] };

/** Checks a value against a schema; every message says what was expected and what came. */
export function check<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
): Checked<z.output<Schema>> {
  const result = schema.safeParse(value, { error: message });
  return result.success
    ? { value: result.data, errors: null }
    : { value: null, errors: onePerField(result.error.issues) };
}

/** A field that misses its bounds in several ways says its whole expectation once. */
function onePerField(issues: Issue[]): FieldError[] {
  const errors = issues.flatMap(fieldErrors);
  return errors.filter(
    ({ path }, at) => errors.findIndex((one) => one.path === path) === at,
  );
}

/** The same for a whole request: throws `invalid_field` with everything that is wrong. */
export function validate<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
): z.output<Schema> {
  const { value: valid, errors } = check(schema, value);
  if (errors) throw invalidFields(errors);
  return valid;
}

export function invalidFields(errors: FieldError[]): Refusal {
  return new Refusal("invalid_field", sentence(errors), { errors });
}

/** The first thing that is wrong, for those who read only one line. */
export function sentence(errors: FieldError[]): string {
  const [first] = errors;
  if (!first) return "A field is not what it should be.";
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : "";
  return `${first.path ? `${first.path}: ` : ""}${first.message}${more}`;
}

/** What most fields' own messages leave over: shapes and names. */
function message(issue: RawIssue): string {
  const { input } = issue;
  switch (issue.code) {
    case "invalid_type":
      return expectation(kinds[issue.expected] ?? issue.expected, input);
    case "invalid_value":
      return expectation(issue.values.map(shown).join(" or "), input);
    case "invalid_union":
      return "options" in issue && Array.isArray(issue.options)
        ? expectation(issue.options.map(shown).join(" or "), fieldOf(issue))
        : expectation("one of the documented forms", input);
    case "too_big":
      return expectation(`at most ${issue.maximum} items`, input);
    case "too_small":
      return expectation(`at least ${issue.minimum} items`, input);
    default:
      return expectation("what the documentation says", input);
  }
}

const kinds: Record<string, string> = {
  array: "a list",
  boolean: "true or false",
  number: "a number",
  object: "an object",
  record: "an object",
  string: "a string",
};

/** The value of the field that tells a union's members apart. */
function fieldOf(issue: RawIssue): unknown {
  const { input, discriminator } = issue as {
    input?: unknown;
    discriminator?: string;
  };
  return typeof input === "object" && input !== null && discriminator
    ? (input as Record<string, unknown>)[discriminator]
    : input;
}

function fieldErrors(issue: Issue): FieldError[] {
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      path: pathText([...issue.path, key]),
      message:
        "This field is not known here: check its spelling, or leave it out.",
    }));
  }
  return [{ path: pathText(issue.path), message: issue.message }];
}

/** `customer.email`, `steps[0].on`. */
function pathText(path: PropertyKey[]): string {
  return path
    .map((part, at) =>
      typeof part === "number"
        ? `[${part}]`
        : `${at ? "." : ""}${String(part).slice(0, 60).toWellFormed()}`,
    )
    .join("");
}
