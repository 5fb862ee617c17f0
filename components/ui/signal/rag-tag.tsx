import { classNames } from "../class-names";
import { CircleIcon, DashedCircleIcon, OctagonIcon, TriangleIcon } from "../icons";

export type Rag = "red" | "amber" | "green" | "unassessed";

const looks = {
  red: { word: "Red", Shape: OctagonIcon, className: "border-transparent bg-risk-red text-on-risk-red" },
  amber: { word: "Amber", Shape: TriangleIcon, className: "border-risk-amber-line bg-risk-amber-soft text-risk-amber" },
  green: { word: "Green", Shape: CircleIcon, className: "border-risk-green-line bg-risk-green-soft text-risk-green" },
  unassessed: { word: "Not assessed", Shape: DashedCircleIcon, className: "border-dashed border-line-strong bg-surface text-ink-soft" },
};

export type RagTagProps = {
  rag: Rag;
  score?: number | null;
  /** A green or amber close enough to the next colour that a supervisor should look. */
  near?: "red" | "amber";
  /** Other words with the colour in them, such as "Stays red". */
  words?: string;
  size?: "normal" | "large";
};

/** The risk as a word, a shape and a colour. Red stands for nothing else in the whole product. */
export function RagTag({ rag, score, near, words, size = "normal" }: RagTagProps) {
  const { word, Shape, className } = looks[rag];
  return (
    <span
      className={classNames(
        "inline-flex w-fit shrink-0 items-center gap-1.5 rounded-tag border font-bold whitespace-nowrap print:border-current print:bg-transparent print:text-ink",
        size === "large" ? "px-3 py-1 text-lead" : "px-2 py-px text-note",
        className,
      )}
    >
      <Shape className={size === "large" ? "size-4.5" : "size-3.5"} />
      {words ?? word}
      {near ? `, near ${near}` : ""}
      {score === undefined || score === null ? null : <span className="tabular-nums">{score}</span>}
    </span>
  );
}
