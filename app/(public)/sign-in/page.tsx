import type { Metadata } from "next";
import { SignInPage } from "@/components/sign-in/sign-in-page";
import { env } from "@/lib/platform/env";
import { passkeysWork } from "@/lib/platform/sign-in/passkeys";
import { demoPassword, personas } from "@/prisma/seed/personas";

export const metadata: Metadata = { title: "Sign in" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: Props) {
  const { next, because, ended } = await searchParams;
  const demo = env().DEMO_MODE ? { password: demoPassword, members: personas.map(({ name, email, who, agency }) => ({ name, email, who, agency })) } : null;
  return <SignInPage next={typeof next === "string" ? next : ""} because={ended ? "ended" : String(because ?? "")} passkeys={passkeysWork()} demo={demo} />;
}
