import { z } from "zod";
import type { AnyDoor } from "./doors";

type Json = { type?: string; enum?: unknown[]; const?: unknown; format?: string; anyOf?: Json[]; oneOf?: Json[]; items?: Json; properties?: Record<string, Json>; required?: string[]; minItems?: number; pattern?: string };
export type Named = Record<string, unknown>;

/** What a door would be sent by someone who has learned the world's ids: made from its own schema, ids and special words by name. */
export function inputFor(door: AnyDoor, named: Named, special: Named): unknown {
  if (door.name in special) return special[door.name];
  const schema = z.toJSONSchema(door.input, { io: "input", unrepresentable: "any" }) as Json;
  return valueFor("", schema, named);
}

function valueFor(name: string, schema: Json, named: Named): unknown {
  if (name in named) return named[name];
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.anyOf || schema.oneOf) return valueFor(name, (schema.anyOf ?? schema.oneOf)![0]!, named);
  if (schema.type === "object" || schema.properties) {
    const entries = Object.entries(schema.properties ?? {}).filter(([key]) => schema.required?.includes(key) || key in named);
    return Object.fromEntries(entries.map(([key, inner]) => [key, valueFor(key, inner, named)]));
  }
  if (schema.type === "array") return Array.from({ length: schema.minItems ?? 0 }, () => valueFor(name.replace(/s$/, ""), schema.items ?? {}, named));
  if (schema.type === "integer" || schema.type === "number") return 1;
  if (schema.type === "boolean") return false;
  if (schema.format === "date-time") return "2026-11-18T09:00:00Z";
  return "Words that fit a field";
}
