export type RagPoint = { at: string; rag: "red" | "amber" | "green" };

export type StepLine = {
  path: string;
  points: { x: number; y: number; rag: RagPoint["rag"] }[];
};

const heights = { red: 0, amber: 0.5, green: 1 } as const;

/** Lays a risk history out as steps: each colour holds until the next, the last one until now. */
export function ragSteps(history: readonly RagPoint[], until: string, size: { width: number; height: number; inset: number }): StepLine {
  const { width, height, inset } = size;
  const points = [...history].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const first = points[0];
  if (!first) return { path: "", points: [] };
  const from = Date.parse(first.at);
  const span = Math.max(Date.parse(until) - from, 1);
  const x = (at: string) => Math.round(inset + (Math.min(Date.parse(at) - from, span) / span) * (width - 2 * inset));
  const y = (rag: RagPoint["rag"]) => Math.round(inset + heights[rag] * (height - 2 * inset));
  const placed = points.map((point) => ({ x: x(point.at), y: y(point.rag), rag: point.rag }));
  const path = placed.map((point, index) => (index === 0 ? `M${point.x} ${point.y}` : `H${point.x}V${point.y}`)).join("");
  return { path: `${path}H${width - inset}`, points: placed };
}
