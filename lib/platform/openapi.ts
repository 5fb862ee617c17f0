import { z } from "zod";
import type { Command } from "./command";
import type { Query } from "./query";

type Operation = Query | Command;
type Routes = Record<string, Record<string, unknown>>;

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
const problems: Record<string, string> = {
  "400": "What was sent does not fit: each field says what to enter.",
  "401": "Nobody is signed in, or the session has ended.",
  "403": "The member can see it but may not do this; the reason is given.",
  "404": "It does not exist, or the member may not know that it does.",
  "409": "Someone else changed it first; nothing was saved.",
  "422": "A rule of the work stands in the way; the rule is given.",
  "503": "More people ask at once than can be served; nothing was saved. Try again after Retry-After.",
};

/** The queries and commands that a route module serves, by method. */
export function operationsOf(module: Record<string, unknown>): { method: string; operation: Operation }[] {
  return methods.flatMap((method) => {
    const operation = (module[method] as { operation?: Operation } | undefined)?.operation;
    return operation ? [{ method, operation }] : [];
  });
}

/** Describes the API (OpenAPI 3.1) from the schemas that it parses with: paths as `/api/cases/[caseId]` to their route modules. */
export function describeApi(routes: Routes, origin: string): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [path, module] of Object.entries(routes)) {
    for (const { method, operation } of operationsOf(module)) {
      const openPath = path.replace(/\[(\w+)\]/g, "{$1}");
      (paths[openPath] ??= {})[method.toLowerCase()] = describe(operation, method, pathParameters(path));
    }
  }
  return {
    openapi: "3.1.0",
    info: { title: "Hereward", version: "1", description: "The one door to cases: the browser uses this API and so may other systems. Writes are JSON with an Idempotency-Key; updates carry the version that was read." },
    servers: [{ url: origin }],
    security: [{ session: [] }],
    paths,
    components: {
      securitySchemes: { session: { type: "apiKey", in: "cookie", name: "hereward", description: "A signed-in session." } },
      schemas: { Problem: problemSchema },
    },
  };
}

const problemSchema = {
  type: "object",
  required: ["error", "message", "requestId"],
  properties: {
    error: { enum: ["InvalidInput", "NotFound", "Forbidden", "Refused", "Conflict", "Unauthenticated", "Busy", "Unexpected"] },
    message: { type: "string" },
    reason: { type: "string" },
    detail: { type: "object" },
    fields: { type: "array", items: { type: "object", required: ["path", "message"], properties: { path: { type: "string" }, message: { type: "string" } } } },
    current: {},
    requestId: { type: "string" },
  },
};

function pathParameters(path: string): string[] {
  return [...path.matchAll(/\[(\w+)\]/g)].map((match) => match[1]!);
}

type ObjectSchema = { properties?: Record<string, unknown>; required?: string[] } & Record<string, unknown>;

function describe(operation: Operation, method: string, inPath: string[]): Record<string, unknown> {
  const whole = schemaOf(operation.input, "input") as ObjectSchema;
  const body = without(whole, inPath);
  const hasBody = method !== "GET";
  const properties = Object.entries(body.properties ?? {});
  return {
    operationId: `${operation.name}`,
    summary: operation.summary,
    ...(operation.kind === "command" && operation.stepUp ? { "x-step-up": true, description: "Asks for the second factor again where it was shown longer than 5 minutes ago: 403 with the reason step-up, and nothing is saved. The same request may then be sent again under the same Idempotency-Key." } : {}),
    tags: [operation.name.split(".")[0]],
    parameters: [
      ...inPath.map((name) => ({ name, in: "path", required: true, schema: whole.properties?.[name] ?? { type: "string" } })),
      ...(hasBody ? [] : properties.map(([name, schema]) => ({ name, in: "query", required: body.required?.includes(name) ?? false, schema }))),
      ...(operation.kind === "command" ? [{ name: "Idempotency-Key", in: "header", required: true, schema: { type: "string", format: "uuid" } }] : []),
    ],
    ...(hasBody ? { requestBody: { required: true, content: { "application/json": { schema: body } } } } : {}),
    responses: {
      "200": { description: "Done.", content: { "application/json": { schema: schemaOf(operation.output, "output") } } },
      ...Object.fromEntries(Object.entries(problems).map(([status, description]) => [status, { description, content: { "application/json": { schema: { $ref: "#/components/schemas/Problem" } } } }])),
    },
  };
}

function without(schema: ObjectSchema, names: string[]): ObjectSchema {
  const properties = Object.fromEntries(Object.entries(schema.properties ?? {}).filter(([name]) => !names.includes(name)));
  return { ...schema, properties, required: schema.required?.filter((name) => !names.includes(name)) };
}

function schemaOf(schema: z.ZodType, io: "input" | "output"): Record<string, unknown> {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any", target: "draft-2020-12" }) as Record<string, unknown>;
  void $schema;
  return rest;
}
