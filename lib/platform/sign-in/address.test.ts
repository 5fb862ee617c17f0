import { describe, expect, it } from "vitest";
import { addressOf } from "./address";

const from = (peer: string | null, forwarded: string | null, proxies: number) =>
  addressOf((name) => (name === "x-hereward-peer" ? peer : name === "x-forwarded-for" ? forwarded : null), proxies);

describe("where a request came from", () => {
  it("is its socket when no proxy is trusted, whatever it says of itself", () => {
    expect(from("203.0.113.9", "10.0.0.1", 0)).toBe("203.0.113.9");
    expect(from("203.0.113.9", "10.0.0.1, 10.0.0.2, 10.0.0.3", 0)).toBe("203.0.113.9");
  });

  it("is what the trusted proxies saw, and no further", () => {
    expect(from("10.0.0.1", "198.51.100.7", 1)).toBe("198.51.100.7");
    expect(from("10.0.0.1", "6.6.6.6, 198.51.100.7", 1)).toBe("198.51.100.7");
    expect(from("10.0.0.1", "6.6.6.6, 198.51.100.7, 10.0.0.2", 2)).toBe("198.51.100.7");
  });

  it("is the socket where a proxy that should be there is not", () => {
    expect(from("203.0.113.9", null, 1)).toBe("203.0.113.9");
    expect(from("203.0.113.9", "10.0.0.2", 2)).toBe("203.0.113.9");
  });

  it("is nobody in particular where the socket is not known", () => {
    expect(from(null, "10.0.0.1", 0)).toBe("unknown");
  });

  it("is the network of an IPv6 address, and one word for one address", () => {
    expect(from("2001:db8:1:2:3:4:5:6", null, 0)).toBe("2001:db8:1:2::/64");
    expect(from("2001:db8:1:2::9", null, 0)).toBe("2001:db8:1:2::/64");
    expect(from("2001:0db8:0001:0002::9", null, 0)).toBe("2001:db8:1:2::/64");
    expect(from("::1", null, 0)).toBe("0:0:0:0::/64");
    expect(from("::ffff:192.0.2.4", null, 0)).toBe("192.0.2.4");
  });
});
