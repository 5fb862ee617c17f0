import { Conflict } from "./errors";

type Updatable = { updateMany: (args: { where: { id: string; version: number }; data: Record<string, unknown> }) => Promise<{ count: number }> };

/** Updates a row only if it is still at the version that was read; else Conflict, with what stands now. */
export async function updateAtVersion(model: unknown, id: string, version: number, data: Record<string, unknown>, current?: () => Promise<unknown>): Promise<void> {
  const { count } = await (model as Updatable).updateMany({ where: { id, version }, data: { ...data, version: { increment: 1 } } });
  if (count === 0) throw new Conflict(await current?.());
}
