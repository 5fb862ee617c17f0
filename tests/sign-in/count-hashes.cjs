// Loaded into the server under test before anything else: writes one mark for each password that is hashed to be compared.
const { appendFileSync } = require("node:fs");

if (process.env.HEREWARD_HASH_COUNT) {
  const argon = require("@node-rs/argon2");
  const { verify } = argon;
  argon.verify = (...given) => {
    appendFileSync(process.env.HEREWARD_HASH_COUNT, ".");
    return verify(...given);
  };
}
