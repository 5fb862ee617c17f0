"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { adminPaths } from "@/components/agencies/admin-paths";
import { say } from "@/components/shell/said";
import { useSend } from "@/components/shell/use-send";
import { Button } from "@/components/ui/button";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import { templatePaths } from "./template-paths";

/** Begins a draft from a version that was published. */
export function BeginDraft({ templateId, what }: { templateId: string; what: string }) {
  const router = useRouter();
  const sending = useSend<{ templateId: string }, object>({
    path: templatePaths.begin,
    onSaved: (begun) => router.push(adminPaths.template(begun.templateId) as Route),
    onRefused: (problem) => say({ title: problem.message }),
  });
  return <Button size="small" busy={sending.isSending} onClick={() => void sending.save({ templateId })}>Begin a draft<VisuallyHidden> {what}</VisuallyHidden></Button>;
}

/** Throws a draft away. */
export function DiscardDraft({ templateId, revision }: { templateId: string; revision: number }) {
  const router = useRouter();
  const sending = useSend<object, object>({
    path: templatePaths.discard(templateId),
    onSaved: () => {
      say({ title: "The draft is thrown away." });
      router.push(adminPaths.templates as Route);
    },
    onRefused: (problem) => say({ title: problem.error === "Conflict" ? "Somebody else changed the draft. Open it again and look before you throw it away." : problem.message }),
  });
  return <Button size="small" busy={sending.isSending} onClick={() => void sending.save({ revision })}>Throw it away</Button>;
}

/** Calls a planned version off before it comes into force. */
export function CallOff({ templateId, revision, version }: { templateId: string; revision: number; version: number }) {
  const router = useRouter();
  const sending = useSend<object, object>({
    path: templatePaths.callOff(templateId),
    onSaved: () => {
      say({ title: `Version ${version} is called off.`, steps: [{ what: "The version in force goes on being asked." }] });
      router.refresh();
    },
    onRefused: (problem) => say({ title: problem.message }),
  });
  return <Button size="small" busy={sending.isSending} onClick={() => void sending.save({ revision })}>Call it off</Button>;
}

/** Fetches a version with its tests and keeps it as a file. */
export function ExportButton({ templateId, name }: { templateId: string; name: string }) {
  async function keep() {
    const response = await fetch(templatePaths.export(templateId), { headers: { accept: "application/json" } });
    if (!response.ok) return say({ title: "The file could not be made. Try again." });
    const address = URL.createObjectURL(new Blob([JSON.stringify(await response.json(), null, 2)], { type: "application/json" }));
    const link = Object.assign(document.createElement("a"), { href: address, download: name });
    link.click();
    URL.revokeObjectURL(address);
  }
  return <Button size="small" onClick={() => void keep()}>Export as JSON</Button>;
}
