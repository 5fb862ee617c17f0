/** The agencies of each area that work most cases there, by code. */
export type AreaAgencies = { council: string; police: string; landlord: string; adults: string; children: string | null };

export const agenciesOf: Record<string, AreaAgencies> = {
  FEN: { council: "fenland-dc", police: "police-fenland", landlord: "fen-homes", adults: "county-adults", children: "county-children" },
  CAM: { council: "cambridge-city", police: "police-city", landlord: "ouse-valley", adults: "county-adults", children: "county-children" },
  ECA: { council: "east-cambs-dc", police: "police-city", landlord: "fen-homes", adults: "county-adults", children: "county-children" },
  HUN: { council: "huntingdonshire-dc", police: "police-north", landlord: "ouse-valley", adults: "county-adults", children: "county-children" },
  SCA: { council: "south-cambs-dc", police: "police-city", landlord: "ouse-valley", adults: "county-adults", children: "county-children" },
  PET: { council: "peterborough-city", police: "police-north", landlord: "nene-homes", adults: "peterborough-adults", children: null },
};

/** Who works cases at each agency; the first does more of it. */
export const workers: Record<string, readonly string[]> = {
  "fenland-dc": ["Jo Ellwood", "Beth Sallow"], "cambridge-city": ["Ines Duarte"], "east-cambs-dc": ["Ros Teal"], "huntingdonshire-dc": ["Farah Aziz"],
  "south-cambs-dc": ["Lucy Harrow"], "peterborough-city": ["Leila Haddad"], "police-fenland": ["Dan Okafor", "Kate Bramble"], "police-city": ["Yusuf Demir"],
  "police-north": ["Ollie Stamp"], "fen-homes": ["Priya Shah"], "ouse-valley": ["Hannah Ouse"], "nene-homes": ["Asha Patel"], "county-adults": ["Marek Nowak"],
  "peterborough-adults": ["Noor Malik"], "county-children": ["Tamsin Reach"], "mental-health-trust": ["Mette Larsen"], "victim-service": ["Grace Obi"],
  "county-youth-justice": ["Amina Yusuf"], "family-intervention": ["Jess Wicken"], treatment: ["Paul Denver"], probation: ["Leon Marsden"], fire: ["Steph Cutter"], mediation: ["Anna Lovell"],
};

/** Who signs for each agency that leads cases: a red one is closed by them. */
export const managers: Record<string, string> = {
  "fenland-dc": "Martin Crake", "cambridge-city": "Hugh Penrose", "east-cambs-dc": "Ian Lode", "huntingdonshire-dc": "Clive Warboy", "south-cambs-dc": "Peter Gog",
  "peterborough-city": "Devinder Gill", "police-fenland": "Sgt Ruth Hale", "police-city": "Insp Laura Finch", "police-north": "Insp Ravi Menon", "fen-homes": "Tom Barrett",
  "ouse-valley": "Brian Sedge", "nene-homes": "Colin Dyke",
};

/** How the county's calls fall among its areas: a good third in Peterborough. */
export const areaWeights: readonly (readonly [string, number])[] = [["PET", 34], ["FEN", 19], ["CAM", 16], ["HUN", 15], ["SCA", 9], ["ECA", 7]];
