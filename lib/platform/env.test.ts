import { describe, expect, it } from "vitest";
import { readEnvironment } from "./env";

const settings = {
  APP_DATABASE_URL: "postgresql://hereward_app:a@127.0.0.1/hereward",
  AUTH_DATABASE_URL: "postgresql://hereward_auth:b@127.0.0.1/hereward",
  APP_ORIGIN: "http://localhost:3000",
  AUTH_SECRET: "s".repeat(32),
  FIELD_KEY: Buffer.alloc(32, 7).toString("base64"),
};

describe("settings", () => {
  it("fills in what may be left out", () => {
    expect(readEnvironment(settings)).toMatchObject({ PORT: 3000, DEMO_MODE: false, LOG_LEVEL: "info", FIELD_KEY: Buffer.alloc(32, 7) });
  });

  it("makes the roles' addresses from the owner's and their passwords", () => {
    const { APP_ORIGIN, AUTH_SECRET, FIELD_KEY } = settings;
    const read = readEnvironment({
      APP_ORIGIN,
      AUTH_SECRET,
      FIELD_KEY,
      DATABASE_URL: "postgresql://owner:o@db.internal:5432/hereward?sslmode=require",
      HEREWARD_APP_PASSWORD: "p@ss/word",
      HEREWARD_AUTH_PASSWORD: "q",
      HEREWARD_JOBS_PASSWORD: "r",
    });
    expect(read.APP_DATABASE_URL).toBe("postgresql://hereward_app:p%40ss%2Fword@db.internal:5432/hereward?sslmode=require");
    expect(read.JOBS_DATABASE_URL).toBe("postgresql://hereward_jobs:r@db.internal:5432/hereward?sslmode=require");
  });

  it("keeps an address that is given over one it could make", () => {
    const read = readEnvironment({ ...settings, DATABASE_URL: "postgresql://owner:o@elsewhere/hereward", HEREWARD_APP_PASSWORD: "x" });
    expect(read.APP_DATABASE_URL).toBe(settings.APP_DATABASE_URL);
  });

  it("names everything that is missing at once, and empty counts as missing", () => {
    const read = () => readEnvironment({ APP_ORIGIN: "", AUTH_SECRET: "short" });
    expect(read).toThrow(/APP_DATABASE_URL is missing\n.*AUTH_DATABASE_URL is missing\n.*APP_ORIGIN is missing\n.*AUTH_SECRET must be at least 32 characters.*\n.*FIELD_KEY is missing/);
  });

  it.each([
    [{ DEMO_MODE: "on", APP_ORIGIN: "https://hereward.example.gov.uk" }, /DEMO_MODE must be off when APP_ORIGIN is a public address/],
    [{ APP_ORIGIN: "http://hereward.example.gov.uk" }, /APP_ORIGIN must begin with https/],
    [{ APP_ORIGIN: "http://localhost:3000/" }, /APP_ORIGIN must hold no path/],
    [{ APP_ORIGIN: "http://localhost.example.com" }, /APP_ORIGIN must begin with https/],
    [{ FIELD_KEY: Buffer.alloc(16).toString("base64") }, /FIELD_KEY must be 32 bytes/],
    [{ SMTP_URL: "smtp://mail:25" }, /MAIL_FROM is missing/],
    [{ DEMO_MODE: "yes" }, /DEMO_MODE must be on or off/],
    [{ PORT: "eighty" }, /PORT /],
    [{ TRUSTED_PROXIES: "some" }, /TRUSTED_PROXIES must be a whole number/],
    [{ TRUSTED_PROXIES: "-1" }, /TRUSTED_PROXIES /],
  ])("refuses %o", (change, words) => {
    expect(() => readEnvironment({ ...settings, ...change })).toThrow(words);
  });

  it.each(["http://localhost:3000", "http://127.0.0.1:3000", "http://[::1]:3000"])("allows demo mode on %s", (origin) => {
    expect(readEnvironment({ ...settings, DEMO_MODE: "on", APP_ORIGIN: origin }).DEMO_MODE).toBe(true);
  });

  it("never repeats a secret in its complaint", () => {
    const complaint = (() => {
      try {
        return readEnvironment({ ...settings, AUTH_SECRET: "hunter2", FIELD_KEY: "tooshort" });
      } catch (error) {
        return String(error);
      }
    })();
    expect(complaint).toMatch(/AUTH_SECRET must be(.|\n)*FIELD_KEY must be/);
    expect(complaint).not.toMatch(/hunter2|tooshort/);
  });
});
