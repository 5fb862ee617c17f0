import NextAuth from "next-auth";
import type { NextRequest } from "next/server";
import { signInOptions } from "@/lib/platform/sign-in/options";

const handler = (request: NextRequest, context: unknown) => NextAuth(signInOptions())(request, context);

export { handler as GET, handler as POST };
