"use client";

import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { Button } from "./button";
import { classNames } from "./class-names";
import { CloseIcon } from "./icons";
import { VisuallyHidden } from "./visually-hidden";

type DialogProps = {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
  /** Buttons, the main one last. */
  foot?: ReactNode;
  width?: "normal" | "wide";
  /** Stays until it is answered: neither Escape nor a press outside closes it. */
  mustAnswer?: boolean;
};

const widths = { normal: "sm:max-w-130", wide: "sm:max-w-220" };

/** A question in front of the page. Holds the focus, gives it back when it closes; from the bottom edge on a phone. */
export function Dialog({ isOpen, onClose, title, children, foot, width = "normal", mustAnswer }: DialogProps) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={!mustAnswer}
      isKeyboardDismissDisabled={mustAnswer}
      className="fixed inset-0 z-50 flex items-end justify-center bg-run-strong/60 sm:items-center sm:p-6 print:hidden"
    >
      <Modal className={classNames("flex max-h-[92dvh] w-full flex-col overflow-hidden rounded-t-card bg-surface text-ink shadow-raised sm:rounded-card forced-colors:border", widths[width])}>
        <AriaDialog role={mustAnswer ? "alertdialog" : "dialog"} className="flex min-h-0 flex-col outline-none">
          <div className="flex items-start justify-between gap-4 px-5 pt-4 pb-2">
            <Heading slot="title" className="text-title">
              {title}
            </Heading>
            {mustAnswer ? null : (
              <Button look="quiet" className="-me-2" onClick={onClose}>
                <CloseIcon />
                <VisuallyHidden>Close</VisuallyHidden>
              </Button>
            )}
          </div>
          <div className="min-h-0 overflow-y-auto px-5 pb-5">{children}</div>
          {foot ? <div className="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3.5">{foot}</div> : null}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
