import type { z } from "zod";
import type { HttpContext } from "./collector.ts";
import { text } from "./schemas/fields.ts";
import { check, invalidFields, validate } from "./validate.ts";

/** The query by its schema. Throws `invalid_field`, also for a name that comes twice: nobody knows which was meant. */
export function queryOf<Schema extends z.ZodType>(
  c: HttpContext,
  schema: Schema,
): z.output<Schema> {
  const twice = Object.entries(c.req.queries())
    .filter(([, values]) => values.length > 1)
    .map(([path]) => ({ path, message: "Expected this once." }));
  if (twice.length) throw invalidFields(twice);
  return validate(schema, c.req.query());
}

const anyText = text();

/** An id in the path, unescaped. Throws `invalid_field`. */
export function pathText(c: HttpContext, name: string): string {
  const { value, errors } = check(anyText, c.req.param(name));
  if (errors)
    throw invalidFields(errors.map(({ message }) => ({ path: name, message })));
  return value;
}
