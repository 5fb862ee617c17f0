import type { PrismaClient } from "../../lib/platform/generated/client";

type Town = { area: string; town: string; ward: string; postcode: string; latitude: number; longitude: number; streets: string[] };

// Real towns and wards; invented streets; postcodes with an ending that is not in use.
const towns: Town[] = [
  { area: "FEN", town: "Wisbech", ward: "Waterlees", postcode: "PE13 9ZZ", latitude: 52.672, longitude: 0.163, streets: ["Osier Holt Road", "Grebe Close", "Sallowfield"] },
  { area: "FEN", town: "Wisbech", ward: "Clarkson", postcode: "PE13 8ZZ", latitude: 52.661, longitude: 0.164, streets: ["Old Skating Lane", "Wharfinger Street"] },
  { area: "FEN", town: "March", ward: "March North", postcode: "PE15 9ZZ", latitude: 52.558, longitude: 0.088, streets: ["Eel Drove", "Sluice Keeper Road", "Turf Boat Lane"] },
  { area: "FEN", town: "Chatteris", ward: "Slade Lode", postcode: "PE16 9ZZ", latitude: 52.455, longitude: 0.05, streets: ["Peat Cutter Way", "Lighterman Close"] },
  { area: "FEN", town: "Whittlesey", ward: "Bassenhally", postcode: "PE7 9ZZ", latitude: 52.558, longitude: -0.13, streets: ["Straw Bear Road", "Brickpit Row"] },
  { area: "CAM", town: "Cambridge", ward: "Arbury", postcode: "CB4 9ZZ", latitude: 52.226, longitude: 0.12, streets: ["Roman Kiln Road", "Osprey Walk", "Hobbs Rill Way"] },
  { area: "CAM", town: "Cambridge", ward: "Cherry Hinton", postcode: "CB1 9ZZ", latitude: 52.185, longitude: 0.175, streets: ["Limepit Rise", "Giants Barrow Close"] },
  { area: "ECA", town: "Ely", ward: "Ely West", postcode: "CB7 9ZZ", latitude: 52.398, longitude: 0.255, streets: ["Etheldreda Row", "Eelcatcher Lane"] },
  { area: "ECA", town: "Soham", ward: "Soham North", postcode: "CB7 8ZZ", latitude: 52.336, longitude: 0.336, streets: ["Mereside Walk", "Pumping Engine Road"] },
  { area: "HUN", town: "Huntingdon", ward: "Huntingdon North", postcode: "PE29 9ZZ", latitude: 52.338, longitude: -0.186, streets: ["Coneygear Rise", "Falconer Road", "Ouse Meadow Way"] },
  { area: "HUN", town: "St Neots", ward: "St Neots Eynesbury", postcode: "PE19 9ZZ", latitude: 52.219, longitude: -0.27, streets: ["Giant Miller Close", "Paper Mill Reach"] },
  { area: "SCA", town: "Cambourne", ward: "Cambourne", postcode: "CB23 9ZZ", latitude: 52.219, longitude: -0.07, streets: ["Windmill Sails Way", "Skylark Chase"] },
  { area: "SCA", town: "Sawston", ward: "Sawston", postcode: "CB22 9ZZ", latitude: 52.126, longitude: 0.17, streets: ["Tanners Pightle", "Paperworks Road"] },
  { area: "PET", town: "Peterborough", ward: "Ravensthorpe", postcode: "PE3 9ZZ", latitude: 52.588, longitude: -0.27, streets: ["Raven Knoll", "Brickmaker Road", "Nene Barge Way"] },
  { area: "PET", town: "Peterborough", ward: "Dogsthorpe", postcode: "PE1 9ZZ", latitude: 52.596, longitude: -0.228, streets: ["Star Pit Lane", "Welland Reach"] },
];

const openSpaces: [string, string, string, string, string, number, number][] = [
  ["FEN", "open_space", "Wisbech Park", "Wisbech", "Waterlees", 52.67, 0.158],
  ["FEN", "open_space", "Horsefair", "Wisbech", "Clarkson", 52.664, 0.16],
  ["FEN", "building", "West End riverside steps", "March", "March North", 52.551, 0.086],
  ["CAM", "open_space", "Osprey Walk play area", "Cambridge", "Arbury", 52.227, 0.121],
  ["ECA", "open_space", "Quayside green", "Ely", "Ely West", 52.396, 0.269],
  ["HUN", "open_space", "Coneygear Rise recreation ground", "Huntingdon", "Huntingdon North", 52.339, -0.187],
  ["SCA", "building", "Skylark Chase shops", "Cambourne", "Cambourne", 52.22, -0.071],
  ["PET", "road", "Raven Knoll underpass", "Peterborough", "Ravensthorpe", 52.589, -0.271],
];

/** A gazetteer of about nine hundred invented addresses in real towns. */
export async function loadGazetteer(db: PrismaClient): Promise<void> {
  const areas = new Map((await db.area.findMany()).map((area) => [area.code, area.id]));
  let uprn = 900_000_000_000;
  const houses = towns.flatMap(({ area, town, ward, postcode, latitude, longitude, streets }) =>
    streets.flatMap((street, row) =>
      Array.from({ length: 24 }, (_, index) => {
        const line = `${index + 1} ${street}`;
        return {
          kind: "address", uprn: String(uprn++), line, town, postcode, wardName: ward, areaId: areas.get(area)!,
          latitude: latitude + row * 0.0011 + index * 0.00006, longitude: longitude + index * 0.00013, searchText: `${line} ${town} ${postcode}`.toLowerCase(),
        };
      }),
    ),
  );
  const open = openSpaces.map(([area, kind, line, town, ward, latitude, longitude]) => ({
    kind, uprn: String(uprn++), line, town, postcode: "", wardName: ward, areaId: areas.get(area)!, latitude, longitude, searchText: `${line} ${town}`.toLowerCase(),
  }));
  await db.place.createMany({ data: [...houses, ...open], skipDuplicates: true });
}
