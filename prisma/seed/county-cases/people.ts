import type { Chance } from "../casework/chance";
import type { County } from "../casework/county";
import { somePeople, someone } from "../casework/reports";

// Invented, and put together by lot: whoever bears one of these names has nothing to do with it.
const given = [
  "Adele", "Agnieszka", "Aisha", "Albie", "Alina", "Anil", "Annette", "Arjun", "Barry", "Bernice", "Betty", "Bilal", "Bogdan", "Bridget", "Carla", "Cedric", "Chantelle",
  "Clifford", "Colette", "Connie", "Daisy", "Damian", "Deepa", "Della", "Denzil", "Derek", "Dilys", "Dovile", "Edwin", "Eileen", "Elif", "Enid", "Esme", "Fatima", "Fergus",
  "Frankie", "Freda", "Gavin", "Gemma", "Gintaras", "Glenda", "Gordon", "Gwen", "Hamid", "Harriet", "Hazel", "Horace", "Ida", "Imran", "Ingrid", "Irena", "Isla", "Jadwiga",
  "Janice", "Jerome", "Joao", "Joyce", "Kamila", "Keeley", "Keith", "Kofi", "Lena", "Leroy", "Lorna", "Lukas", "Mabel", "Maciej", "Maureen", "Mehmet", "Milan", "Mildred",
  "Muriel", "Nadine", "Nasreen", "Neville", "Nigel", "Nora", "Olga", "Oliver", "Olwen", "Pawel", "Pearl", "Percy", "Priscilla", "Rajesh", "Ramona", "Rasa", "Reggie", "Rita",
  "Roland", "Rosalind", "Rukhsana", "Rupert", "Sadie", "Samir", "Selina", "Shaun", "Sheila", "Silvia", "Stanley", "Sunita", "Sylvester", "Tanisha", "Terence", "Thelma", "Tina",
  "Tomasz", "Trevor", "Ursula", "Vera", "Vijay", "Vilma", "Violet", "Wendy", "Wilbur", "Winifred", "Yolanda", "Yvonne", "Zainab", "Zofia",
];
const family = [
  "Alderbank", "Applegarth", "Ashpole", "Balsam", "Barleycote", "Bellwether", "Bittern", "Blackdyke", "Bramblewick", "Brindlewood", "Bulrush", "Burdock", "Candlewick", "Catchwater",
  "Chervil", "Cloudberry", "Coldham-Fenn", "Coppersmith", "Cowslip", "Crowland-Pike", "Culverhay", "Damson", "Dandridge-Lode", "Dewlap", "Dockett", "Dragonby", "Dykeman", "Eastwater",
  "Eelpout", "Fallowfield", "Fennimore", "Fieldfare", "Fiskerton", "Flaxman-Reed", "Foxglove", "Froghall", "Galingale", "Gosling-Drain", "Greylag", "Hempsall", "Hollowell", "Hornbeam",
  "Hurdlestone", "Islip-Marsh", "Kettlewell", "Kingcup", "Lapwing", "Larksworth", "Leam", "Lockkeeper", "Loosestrife", "Mallard", "Marigold", "Meadowsweet", "Millrace", "Moorhen",
  "Nettlebed", "Nightingrove", "Oatfield", "Osier", "Otterbourne", "Oxlip", "Paddock-Green", "Peascod", "Pennyroyal", "Pintail", "Plowright-Fen", "Polderman", "Quayle-Dyke", "Ragwort",
  "Redshank", "Reedmace", "Rushbrook", "Sallowby", "Sandpiper", "Sedgewick-Dell", "Shearling", "Silverweed", "Skylark", "Sluiceman", "Snipefield", "Sorrel", "Spindleberry", "Stonechat",
  "Swallowfen", "Tansyfield", "Teal-Marsh", "Teasel", "Thistledown", "Threshwell", "Turnstone", "Twitchgrass", "Wagtail", "Washlander", "Waterman-Leigh", "Wheatear", "Whitlowe", "Widgeon",
  "Willowherb", "Winterbourne-Lake", "Withybed", "Woodruff", "Wormwell", "Yarrow", "Yellowhammer",
];

const groups = [
  "Youths on bicycles, five or six", "Teenagers who meet by the garages", "Men who drink on the bench", "A group in a silver car", "Young people from outside the estate",
  "Callers at all hours, not the same ones", "Riders of two off-road motorbikes", "Boys of about twelve to fourteen", "A group that gathers after the pubs close", "Adults who sleep in the stairwell",
];

/** A name that nobody else in the county has yet: the same person is never made twice by accident. */
export function freshName(chance: Chance, taken: Set<string>): { givenName: string; familyName: string; fullName: string } {
  for (;;) {
    const givenName = chance.pick(given);
    const familyName = chance.pick(family);
    const fullName = `${givenName} ${familyName}`;
    if (taken.has(fullName)) continue;
    taken.add(fullName);
    return { givenName, familyName, fullName };
  }
}

export type Made = { form: ReturnType<typeof someone> | ReturnType<typeof somePeople>; fullName: string; age: number | null };

/** Somebody of an age between two, with a day of birth. */
export function madePerson(chance: Chance, county: County, taken: Set<string>, ages: readonly [number, number]): Made {
  const { givenName, familyName, fullName } = freshName(chance, taken);
  const age = chance.between(...ages);
  const bornOn = county.dayIn(-Math.round(age * 365.25) - chance.between(20, 340));
  const language = chance.happens(0.06) ? chance.pick(["Polish", "Lithuanian", "Portuguese", "Urdu", "Romanian"]) : "";
  return { form: someone(givenName, familyName, bornOn, language), fullName, age };
}

export function madeGroup(chance: Chance): Made {
  const words = chance.pick(groups);
  return { form: somePeople(words), fullName: words, age: null };
}

/** A number from the range that is kept for drama. */
export function dramaNumber(chance: Chance): string {
  return `07700 900${String(chance.between(0, 999)).padStart(3, "0")}`;
}
