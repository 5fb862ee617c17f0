"use client";

import { useState } from "react";
import type { AgendaItem } from "../../lib/meetings/schema";
import { Button } from "../ui/button";
import { VisuallyHidden } from "../ui/visually-hidden";
import { DecisionDialog } from "./decision-dialog";

/** Opens the decision of one case in front of the agenda. */
export function DecisionButton({ item, panelId }: { item: AgendaItem; panelId: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        Record decision<VisuallyHidden> on {item.reference}</VisuallyHidden>
      </Button>
      {isOpen ? <DecisionDialog item={item} panelId={panelId} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
