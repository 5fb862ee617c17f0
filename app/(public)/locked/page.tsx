import type { Metadata } from "next";
import { LockedPage } from "@/components/sign-in/locked-page";

export const metadata: Metadata = { title: "Locked" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: Props) {
  const { next } = await searchParams;
  return <LockedPage next={typeof next === "string" ? next : ""} />;
}
