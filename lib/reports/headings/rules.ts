import { nsirHeadings, type NsirHeading, type NsirQualifier } from "../schema";

/** A heading that the words of a report suggest, with the words that did. */
export type HeadingSuggestion = { heading: NsirHeading; because: string[] };

// Words that point to a heading, and how strongly: one that is nearly always right counts three.
const pointers: Record<NsirHeading, [RegExp, number][]> = {
  vehicle_abandoned: [
    [/\babandoned\s+(?:\w+\s+){0,2}(?:car|cars|van|vans|vehicle|vehicles|caravan|motorbike|lorry)\b/g, 3],
    [/\b(?:car|van|vehicle|motorbike)s?\b[^.]{0,30}\b(?:dumped|left for (?:weeks|months)|flat tyres|no (?:tax|mot))\b/g, 3],
  ],
  vehicle_nuisance: [
    [/\b(?:quad ?bikes?|mopeds?|motorbikes?|dirt ?bikes?|scooters?|off-?road(?:ing)?|boy racers?|joy ?rid\w+|wheel ?spins?|doughnuts)\b/g, 2],
    [/\b(?:revving|racing (?:cars|up and down)|car meet|speeding|pavement parking|blocking (?:the|my|our) drive\w*)\b/g, 2],
  ],
  rowdy_behaviour: [
    [/\b(?:gangs?|groups?|crowds?) of (?:\w+ ){0,2}(?:youths?|kids|teenagers|lads|boys|girls|children|people|men)\b/g, 2],
    [/\b(?:youths?|teenagers|lads|kids)\b/g, 1],
    [/\b(?:rowdy|fighting|brawl\w*|throwing (?:stones|eggs|bottles|things)|egged|egging|loitering|hanging (?:about|around)|swearing|vandal\w*|graffiti)\b/g, 1],
  ],
  nuisance_neighbours: [
    [/\b(?:neighbours?|next ?door|upstairs|downstairs|the flat (?:above|below)|through the wall|over the fence|(?:at|from) (?:no\.?|number) ?\d+)\b/g, 2],
    [/\b(?:boundary|fence|hedge|shared (?:hall|garden|drive))\b/g, 1],
  ],
  littering_drugs: [
    [/\b(?:needles?|syringes?|sharps|drug (?:paraphernalia|litter)|nitrous|laughing gas|canisters?|foil wraps?)\b/g, 3],
    [/\b(?:litter\w*|rubbish|fly-?tip\w*|broken glass|dumped (?:mattress|sofa|furniture))\b/g, 2],
    [/\b(?:cannabis|weed|spliffs?|drug (?:dealing|use|taking)|dealing)\b/g, 1],
  ],
  animal_problems: [
    [/\b(?:bark(?:s|ing|ed)?|dog (?:fouling|mess|attack\w*)|cockerels?|crowing|horses? loose|stray (?:dogs?|cats?|horses?)|dangerous dogs?)\b/g, 3],
    [/\b(?:dogs?|cats?|horses?|animals?|pigeons|chickens|puppies)\b/g, 1],
  ],
  trespass: [
    [/\b(?:trespass\w*|squat(?:s|ters?|ting)|unauthorised (?:camp\w*|encampment)|broke(?:n)? into the (?:yard|site|school|grounds))\b/g, 3],
    [/\b(?:climb(?:s|ing|ed) (?:over|into|onto)|on (?:my|our|private) (?:land|property|roof)|in (?:my|our) garden)\b/g, 2],
  ],
  nuisance_communications: [
    [/\b(?:nuisance calls?|hoax calls?|silent calls?|malicious (?:calls?|messages?|letters?)|(?:abusive|threatening|nasty|anonymous) (?:calls?|texts?|messages?|letters?|notes?|e-?mails?|posts?))\b/g, 3],
    [/\b(?:facebook|whatsapp|snapchat|instagram|tiktok|social media|online abuse)\b/g, 2],
  ],
  street_drinking: [
    [/\b(?:street drink\w*|drinking (?:in|on|outside) the (?:park|street|road|bench\w*|square|precinct|bus (?:stop|shelter)|market place)|cans of (?:lager|beer|cider))\b/g, 3],
    [/\b(?:drinkers?|drunks?|drunken|drinking|alcohol|lager|cider|vodka|bench(?:es)?)\b/g, 1],
  ],
  prostitution_related: [
    [/\b(?:prostitut\w+|kerb ?crawl\w*|sex work\w*|brothels?|soliciting for sex)\b/g, 3],
    [/\b(?:used condoms|condoms)\b/g, 2],
  ],
  noise: [
    [/\b(?:noise|noisy|loud (?:music|tv|television|parties|party|bass)|music|bass|banging|drilling|thumping|stereo|amplifier|drums?)\b/g, 2],
    [/\b(?:part(?:y|ies)|shouting|screaming|slamming|alarm)\b/g, 1],
  ],
  begging_vagrancy: [
    [/\b(?:begg(?:ing|ar|ars)|asking (?:people )?for (?:change|money)|rough sleep\w*|sleeping rough|vagran\w+)\b/g, 3],
    [/\b(?:tents?|sleeping bags?|doorway)\b/g, 1],
  ],
  fireworks: [
    [/\b(?:fireworks?|bangers|rockets?|roman candles?)\b/g, 3],
  ],
};

/** The headings that the words of a report suggest, the likeliest first; none when no word points to any. */
export function suggestHeadings(words: string): HeadingSuggestion[] {
  const plain = words.toLowerCase().replace(/[‘’]/g, "'");
  return nsirHeadings
    .map((heading) => {
      const found = pointers[heading].flatMap(([pattern, weight]) => [...plain.matchAll(pattern)].map(([word]) => ({ word, weight })));
      const because = [...new Set(found.map(({ word }) => word))];
      const weight = because.reduce((sum, word) => sum + Math.max(...found.filter((one) => one.word === word).map((one) => one.weight)), 0);
      return { heading, because, weight };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ heading, because }) => ({ heading, because }));
}

const ENVIRONMENTAL: readonly NsirHeading[] = ["vehicle_abandoned", "littering_drugs"];
const AIMED = /\b(?:me|my|mine|us|our|him|her|his|their family|them personally)\b/i;

/** Whether a report sounds personal, environmental, or a nuisance to the community. A member decides. */
export function suggestQualifier(words: string, heading: NsirHeading): NsirQualifier {
  if (AIMED.test(words)) return "personal";
  return ENVIRONMENTAL.includes(heading) ? "environmental" : "nuisance";
}

const THREAT = new RegExp([
  String.raw`\b(?:threat\w*|kill\w*|stab\w*|knife|knives|machete|weapons?|gun|petrol|arson|set fire|burn\w* (?:me|us|it|the|my|our)|(?:he|she|they)'d be back)\b`,
  String.raw`\b(?:attack\w*|assault\w*|punch\w*|kick\w*|hit (?:me|him|her|us|them)|beat\w*|spat|spit at|push\w* (?:me|him|her|us)|violen\w+)\b`,
  String.raw`\b(?:smash\w*|damag\w+|keyed|scratch\w* (?:my|our|his|her|the) car|slash\w*|brick through|broke (?:my|our|the|his|her)|broken window|vandal\w*|graffiti)\b`,
].join("|"), "i");

/** Whether the words of a report speak of threats, violence or damage, which with hate prompts a trigger. A member decides. */
export function mentionsThreatViolenceOrDamage(words: string): boolean {
  return THREAT.test(words.replace(/[‘’]/g, "'"));
}
