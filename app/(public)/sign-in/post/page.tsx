import type { Metadata } from "next";
import { ChoosePost } from "@/components/sign-in/choose-post";

export const metadata: Metadata = { title: "Choose your post" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: Props) {
  const { next } = await searchParams;
  return <ChoosePost next={typeof next === "string" ? next : ""} />;
}
