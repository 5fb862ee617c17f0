import { classNames } from "../class-names";
import { PlainLink } from "../link";

export type TabLink = { href: string; label: string; count?: number };

type TabLinksProps = { label: string; tabs: readonly TabLink[]; current: string; look?: "line" | "pills" };

const looks = {
  line: {
    list: "gap-5",
    tab: "border-b-3 pb-2 pt-1.5 touch:py-3",
    current: "border-link text-ink",
    other: "border-transparent forced-colors:border-[Canvas] text-ink-soft hover:border-line-strong hover:text-ink",
  },
  pills: {
    list: "gap-2",
    tab: "rounded-control border px-3 py-1.5 touch:py-2.5",
    current: "border-transparent bg-act text-on-act forced-colors:border-4",
    other: "border-line bg-surface text-ink-soft hover:border-line-strong hover:text-ink",
  },
};

/** The views of one thing. Each is a page of its own, with its own address. */
export function TabLinks({ label, tabs, current, look = "line" }: TabLinksProps) {
  const words = looks[look];
  return (
    <nav aria-label={label} className="-mx-1.5 scroll-x px-1.5 pt-1.5 print:hidden">
      <ul className={classNames("flex w-max", words.list, look === "pills" && "pb-1.5")}>
        {tabs.map((tab) => {
          const isCurrent = tab.href === current;
          return (
            <li key={tab.href}>
              <PlainLink
                href={tab.href}
                aria-current={isCurrent ? "page" : undefined}
                className={classNames("block font-semibold whitespace-nowrap", words.tab, isCurrent ? words.current : words.other)}
              >
                {tab.label}
                {tab.count === undefined ? null : <span className="tabular-nums"> {tab.count}</span>}
              </PlainLink>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
