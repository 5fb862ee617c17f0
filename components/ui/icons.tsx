import { classNames } from "./class-names";

/* Pictures beside words, never in place of them: all are hidden from screen readers. */

type IconProps = { className?: string };

function Icon({ className, children }: IconProps & { children: React.ReactNode }) {
  return (
    <svg
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      className={classNames("inline-block shrink-0 forced-colors:text-[CanvasText]", className)}
    >
      {children}
    </svg>
  );
}

export const OctagonIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M5 1h6l4 4v6l-4 4H5l-4-4V5z" fill="currentColor" stroke="none" />
  </Icon>
);

export const TriangleIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M8 1.8 15.2 14H.8z" fill="currentColor" stroke="none" />
  </Icon>
);

export const CircleIcon = (props: IconProps) => (
  <Icon {...props}>
    <circle cx="8" cy="8" r="6.5" fill="currentColor" stroke="none" />
  </Icon>
);

export const DashedCircleIcon = (props: IconProps) => (
  <Icon {...props}>
    <circle cx="8" cy="8" r="6" strokeDasharray="2.6 2.1" />
  </Icon>
);

export const HazardIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M8 1.5 15 14H1z" fill="currentColor" />
    <path d="M8 6v3.6M8 11.8v.1" className="stroke-safety-soft forced-colors:stroke-[Canvas]" strokeWidth="1.8" />
  </Icon>
);

export const WarningIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M8 2 14.6 13.6H1.4z" />
    <path d="M8 6.4v3M8 11.4v.1" />
  </Icon>
);

export const InfoIcon = (props: IconProps) => (
  <Icon {...props}>
    <circle cx="8" cy="8" r="6.4" />
    <path d="M8 7.4v3.6M8 4.9v.1" />
  </Icon>
);

export const LockIcon = (props: IconProps) => (
  <Icon {...props}>
    <rect x="2.8" y="7" width="10.4" height="7.2" rx="1.4" />
    <path d="M5.2 7V4.8a2.8 2.8 0 0 1 5.6 0V7" />
  </Icon>
);

export const BellIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M3.2 11.4c.9-1 1.2-2 1.2-4a3.6 3.6 0 0 1 7.2 0c0 2 .3 3 1.2 4z" />
    <path d="M6.6 13.6a1.6 1.6 0 0 0 2.8 0" />
  </Icon>
);

export const TickIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="m3 8.6 3.2 3.2L13 4.6" strokeWidth="2" />
  </Icon>
);

export const SearchIcon = (props: IconProps) => (
  <Icon {...props}>
    <circle cx="7" cy="7" r="4.6" />
    <path d="m10.6 10.6 3.6 3.6" />
  </Icon>
);

export const CloseIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="m3.6 3.6 8.8 8.8M12.4 3.6l-8.8 8.8" />
  </Icon>
);

export const MoreIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M2.5 4h11M2.5 8h11M2.5 12h11" />
  </Icon>
);

export const ChevronIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="m4 6 4 4 4-4" />
  </Icon>
);
