import { z } from "zod";
import type { HttpContext } from "./collector.ts";
import type { Operation } from "./operation.ts";
import { operations } from "./operations.ts";
import { problem } from "./schemas/problem.ts";

/** `GET /openapi.json`: OpenAPI 3.1, from the schemas that validate. Made at the first request. */
export function openApi(publicUrl: string) {
  let body: string | null = null;
  return (c: HttpContext): Response => {
    body ??= JSON.stringify(document(publicUrl));
    return c.body(body, 200, {
      "Content-Type": "application/json",
      "Cache-Control": "public, max-age=300",
      "Access-Control-Allow-Origin": "*",
    });
  };
}

function document(publicUrl: string) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of operations) {
    const path = operation.path.replace(/:(\w+)/g, "{$1}");
    paths[path] = { ...paths[path], [operation.method]: described(operation) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Enishi collector",
      version: "1",
      description:
        "Money is an integer in minor units with an ISO 4217 currency, rates are basis points, instants are epoch milliseconds. Errors are RFC 9457 problems.",
    },
    servers: [{ url: publicUrl }],
    paths,
    components: {
      securitySchemes: {
        server: { type: "http", scheme: "bearer", description: "sk_..." },
        member: { type: "http", scheme: "bearer", description: "Member token" },
      },
      schemas: { Problem: schemaOf(problem) },
    },
  };
}

function described({ path, summary, by, query, body, answers }: Operation) {
  return {
    summary,
    security: by === "server" || by === "member" ? [{ [by]: [] }] : [],
    parameters: [...pathParameters(path), ...queryParameters(query)],
    ...(body
      ? {
          requestBody: {
            required: true,
            content: { "application/json": { schema: schemaOf(body) } },
          },
        }
      : {}),
    responses: {
      ...Object.fromEntries(
        Object.entries(answers).map(([status, answer]) => [
          status,
          { description: "Success", ...contentOf(answer) },
        ]),
      ),
      default: {
        description: "A problem",
        content: {
          "application/problem+json": {
            schema: { $ref: "#/components/schemas/Problem" },
          },
        },
      },
    },
  };
}

function contentOf(answer: z.ZodType | string | null) {
  if (answer === null) return {};
  return {
    content:
      typeof answer === "string"
        ? { [answer]: {} }
        : { "application/json": { schema: schemaOf(answer) } },
  };
}

function pathParameters(path: string) {
  return [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));
}

function queryParameters(query: z.ZodType | undefined) {
  if (!query) return [];
  const { properties = {}, required = [] } = schemaOf(query) as {
    properties?: Record<string, unknown>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: "query",
    required: required.includes(name),
    schema,
  }));
}

/** What callers write, which is what comes in; OpenAPI 3.1 knows the dialect. */
function schemaOf(schema: z.ZodType): Record<string, unknown> {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: "input" });
  return rest;
}
