import { existsSync } from "node:fs";

// Imported before anything that looks at settings. What the environment sets itself wins over the file.
if (existsSync(".env")) process.loadEnvFile(".env");
