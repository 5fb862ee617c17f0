/** A policy's answer. A refusal carries a reason code; the area's labels hold its words. */
export type Decision = { allowed: true } | { allowed: false; reason: string };

export const allow: Decision = { allowed: true };

export function refuse(reason: string): Decision {
  return { allowed: false, reason };
}

/** For what any signed-in member may do. */
export function anyMember(): Decision {
  return allow;
}
