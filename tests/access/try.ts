import { openCluster, databaseFor } from "./databases";
import { makeWorld } from "./world";
import { agree } from "./agreement";
void (async () => {
const stop = await openCluster();
try {
  for (const seed of process.argv.slice(2).map(Number)) {
  const world = makeWorld(seed, { agencies: 12, members: 36, cases: 24 });
  console.log(Object.values(world.tables).reduce((a,b)=>a+b.length,0), "rows");
  let t = Date.now();
  const { urls, drop } = await databaseFor(world);
  console.log("load", Date.now()-t); t=Date.now();
  const { triples, disagreements } = await agree(world, urls);
  console.log("agree", Date.now()-t, triples, disagreements.length);
  const groups = new Map();
  for (const d of disagreements) { const k = `${d.wall} ${d.what} ${d.kind}`; groups.set(k, [...(groups.get(k) ?? []), d]); }
  const roles = (id: string) => world.tables.Member!.find((m) => m.id === id)!.roles;
  for (const [k, l] of groups) console.log(k, l.length, [...new Set(l.map((d: any) => roles(d.actor)))].join(" "), l[0].actor, l[0].id);
  await drop();
  }
} finally { await stop(); }
})();
