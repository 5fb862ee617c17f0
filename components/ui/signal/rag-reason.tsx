"use client";

import type { ReactNode } from "react";
import { Button, Dialog, DialogTrigger, Popover } from "react-aria-components";
import { RagTag, type RagTagProps } from "./rag-tag";

type RagReasonProps = RagTagProps & { reason: ReactNode };

/** A RAG tag that gives its reason at the press of Enter. For lists, where the reason does not fit beside it. */
export function RagReason({ reason, ...tag }: RagReasonProps) {
  return (
    <DialogTrigger>
      <Button aria-description="Why this colour" className="rounded-tag">
        <RagTag {...tag} />
      </Button>
      <Popover placement="bottom start" className="z-40 max-w-80 rounded-card border border-line-strong bg-surface p-3 text-ink shadow-raised">
        <Dialog aria-label="Why this colour" className="outline-none">
          {reason}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
