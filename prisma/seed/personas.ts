import county from "./data/county.json";

/** Everyone may know it: it opens a county that does not exist. */
export const demoPassword = "fen-skates-and-tigers";

export type Persona = { name: string; email: string; who: string; agencyCode: string; agency: string; roles: string[] };

/** Who can sign in to the demo county. */
export const personas: Persona[] = county.personas.map(({ name, agency, roles, who }) => {
  const home = county.agencies.find((candidate) => candidate.code === agency)!;
  const local = name.replace(/^(Sgt|Insp) /, "").toLowerCase().replace(/[^a-z]+/g, ".");
  return { name, email: `${local}@${agency}.example`, who, agencyCode: agency, agency: home.name, roles: roles.split(" ") };
});
