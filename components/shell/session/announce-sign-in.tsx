"use client";

import { useEffect } from "react";
import { tellOtherTabs } from "./session-channel";

/** For the page shown after sign-in: lets forms waiting in other tabs go on. */
export function AnnounceSignIn() {
  useEffect(() => tellOtherTabs("signed-in"), []);
  return null;
}
