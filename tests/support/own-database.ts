import { openTestDatabase } from "./database";

// Before the test file is read: what it imports may look at the settings at once.
await openTestDatabase();
