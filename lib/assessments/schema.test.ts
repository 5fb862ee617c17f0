import { describe, expect, it } from "vitest";
import file from "@/prisma/seed/data/risk-templates.json";
import {
  answersSchema, factorsSchema, judgementSchema, partialAnswersSchema, templateSchema, templatesFileSchema, tickedTriggersSchema,
} from "./schema";

const [vra, pci] = templatesFileSchema.parse(file).templates;
if (!vra || !pci) throw new Error("The template file is short");

type Loose = Record<string, unknown>;
const copy = () => structuredClone(file.templates[0]) as unknown as Loose & { bands: Loose[]; questions: (Loose & { options: unknown[][] })[] };
const faults = (change: (template: ReturnType<typeof copy>) => void) => {
  const changed = copy();
  change(changed);
  return templateSchema.safeParse(changed).error?.issues.map((issue) => issue.message) ?? [];
};

describe("a template", () => {
  it("is the file's, whole", () => {
    expect([vra.key, vra.version, vra.questions.length, vra.triggers.length]).toEqual(["VRA", 1, 15, 7]);
    expect([pci.key, pci.questions.length]).toEqual(["PCI", 9]);
    expect(faults(() => undefined)).toEqual([]);
  });

  it("refuses keys it does not know, at every depth", () => {
    expect(faults((template) => { template.colour = "blue"; })[0]).toMatch(/colour/);
    expect(faults((template) => { (template.questions[0] as Loose).hint = "x"; })[0]).toMatch(/hint/);
  });

  it("refuses bands with a gap, an overlap or a wrong end", () => {
    expect(faults((template) => { (template.bands[1] as Loose).min = 16; })).toContain("The band must begin at 15");
    expect(faults((template) => { (template.bands[2] as Loose).max = 45; })).toContain("The last band must end at 44, the highest score");
    expect(faults((template) => { template.bands.reverse(); })).toContain("The bands go green, amber, red: expected green");
  });

  it("refuses what contradicts itself", () => {
    expect(faults((template) => { template.questions.push({ ...template.questions[0]! }); })).toContain("Question H1 stands twice");
    expect(faults((template) => { template.questions[0]?.options.push(["dont_know", "No idea", 0]); })).toContain("Answer dont_know stands twice");
    expect(faults((template) => { delete template.questions.find(({ key }) => key === "V1")?.score; })).toContain("Say how several answers count as one");
    expect(faults((template) => { (template.screening as { questions: string[] }).questions.push("H9"); })).toContain("There is no question H9 to ask");
    expect(faults((template) => { (template.screening as { high_when: Loose }).high_when.I1 = ["huge"]; })).toContain("There is no answer huge");
    expect(faults((template) => { (template.triggers as Loose[])[0]!.computed = true; })).toContain("Nothing computes trigger T1");
    expect(faults((template) => { template.questions[1]!.computed = "somehow"; })).toContain("Nothing computes question H2");
    expect(faults((template) => { delete template.vulnerability_factors; })).toContain("The follow-up list is missing");
  });
});

describe("answers", () => {
  const whole = {
    H1: "first", H2: "no", H3: "no", H4: "sight", H5: "none", V1: ["nobody"], V2: "no", V3: "no", S1: "network",
    I1: "little", I2: "none", I3: "none", I4: "none",
  };
  const messageOf = (answers: unknown) => answersSchema(vra).safeParse(answers).error?.issues[0]?.message;

  it("are whole when every question that counts is answered, or is said to be unknown", () => {
    expect(answersSchema(vra).parse(whole)).toEqual(whole);
    expect(messageOf({ ...whole, I1: "declined", V1: "dont_know", H6: ["police", "gp"], S2: [] })).toBeUndefined();
    expect(messageOf({ ...whole, I1: undefined })).toBe("Select an answer to “How much is this affecting you?”");
    expect(messageOf({ ...whole, V1: [] })).toBe("Select an answer to “Who do you think it is aimed at?”");
  });

  it("are of the template and nothing else", () => {
    expect(messageOf({ ...whole, I1: "huge" })).toMatch(/^Select an answer/);
    expect(messageOf({ ...whole, H1: ["first"] })).toMatch(/^Select an answer/);
    expect(messageOf({ ...whole, V1: ["me", "me"] })).toMatch(/once$/);
    expect(messageOf({ ...whole, V1: ["nobody", "me"] })).toBe("Select either “Nobody in particular” or other answers, not both");
    expect(messageOf({ ...whole, V1: ["dont_know", "me"] })).toMatch(/^Select an answer/);
    expect(messageOf({ ...whole, X1: "yes" })).toMatch(/X1/);
    expect(answersSchema(pci).safeParse({ C3: "yes" }).error?.issues.some(({ message }) => /C3/.test(message))).toBe(true);
    expect(answersSchema(pci).safeParse({ B1: "declined" }).success).toBe(false);
  });

  it("may be few in a draft and in a screening", () => {
    expect(partialAnswersSchema(vra).parse({ H1: "daily", V1: [] })).toEqual({ H1: "daily", V1: [] });
    const screening = partialAnswersSchema(vra, vra.screening?.questions);
    expect(screening.parse({ I1: "lot", V2: "declined" })).toEqual({ I1: "lot", V2: "declined" });
    expect(screening.safeParse({ I2: "both" }).success).toBe(false);
  });

  it("come with triggers that a person may tick, factors of the list, and a reasoned judgement", () => {
    expect(tickedTriggersSchema(vra).parse(["T1", "T5"])).toEqual(["T1", "T5"]);
    expect([["T4"], ["T1", "T1"], ["T8"]].some((keys) => tickedTriggersSchema(vra).safeParse(keys).success)).toBe(false);
    expect(tickedTriggersSchema(pci).safeParse(["T1"]).success).toBe(false);
    expect(factorsSchema(vra).parse(["age", "isolation"])).toEqual(["age", "isolation"]);
    expect(factorsSchema(vra).safeParse(["wealth"]).success).toBe(false);
    expect(judgementSchema.safeParse({ rag: "red", reason: " " }).error?.issues[0]?.message).toBe("Enter the reason for your judgement");
  });
});
