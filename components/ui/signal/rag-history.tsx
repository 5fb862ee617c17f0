import { classNames } from "../class-names";
import { ragSteps, type RagPoint } from "./rag-steps";

const size = { width: 108, height: 24, inset: 5 };

const fills = { red: "fill-risk-red", amber: "fill-risk-amber", green: "fill-risk-green" };

type RagHistoryProps = {
  history: readonly RagPoint[];
  until: string;
  /** The same in words, since a line this small cannot be read aloud: "amber until 16 Nov, red since". */
  words: string;
};

/** How the risk has moved, as a small line of steps: red high, green low. */
export function RagHistory({ history, until, words }: RagHistoryProps) {
  const line = ragSteps(history, until, size);
  if (!line.path) return null;
  return (
    <svg viewBox={`0 0 ${size.width} ${size.height}`} width={size.width} height={size.height} role="img" aria-label={words} className="shrink-0">
      <path d={line.path} fill="none" className="stroke-line-strong forced-colors:stroke-[CanvasText]" strokeWidth="1.5" />
      {line.points.map((point, index) => (
        <circle key={index} cx={point.x} cy={point.y} r="3" className={classNames("forced-colors:fill-[CanvasText]", fills[point.rag])} />
      ))}
    </svg>
  );
}
