/** As much of a browser as signing in needs: cookies, and our own origin. */
export class Browser {
  readonly #cookies = new Map<string, string>();
  readonly #origin: string;

  constructor(origin: string) {
    this.#origin = origin;
  }

  /** Another window that begins with the same cookies. */
  copy(): Browser {
    const other = new Browser(this.#origin);
    for (const [name, value] of this.#cookies) other.#cookies.set(name, value);
    return other;
  }

  get session(): string | undefined {
    return this.#cookies.get("hereward");
  }

  async fetch(path: string, init: RequestInit & { headers?: Record<string, string> } = {}): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(`${this.#origin}${path}`, { ...init, redirect: "manual", headers: { origin: this.#origin, cookie, ...init.headers } });
    for (const line of response.headers.getSetCookie()) {
      const [name = "", value = ""] = line.split(";")[0]!.split(/=(.*)/s);
      if (value) this.#cookies.set(name, value);
      else this.#cookies.delete(name);
    }
    return response;
  }

  async post(path: string, body: object, headers: Record<string, string> = {}): Promise<{ status: number; body: Record<string, unknown> }> {
    const response = await this.fetch(path, { method: "POST", headers: { "content-type": "application/json", "idempotency-key": crypto.randomUUID(), ...headers }, body: JSON.stringify(body) });
    return { status: response.status, body: (await response.json().catch(() => ({}))) as Record<string, unknown> };
  }

  /** Signs in by the form's own address; "in", or why not. */
  async signIn(given: { email: string; password: string; code: string }, headers: Record<string, string> = {}): Promise<string> {
    this.#csrf ??= ((await (await this.fetch("/api/auth/csrf")).json()) as { csrfToken: string }).csrfToken;
    const response = await this.fetch("/api/auth/callback/credentials", {
      method: "POST", headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
      body: new URLSearchParams({ ...given, csrfToken: this.#csrf, callbackUrl: "/my-day", json: "true" }).toString(),
    });
    const { url } = (await response.json()) as { url?: string };
    return url ? (new URL(url, this.#origin).searchParams.get("error") ?? "in") : `status ${response.status}`;
  }

  /** Fetches what every later sign-in of this browser, and of its copies, sends along. */
  async begin(): Promise<this> {
    this.#csrf = ((await (await this.fetch("/api/auth/csrf")).json()) as { csrfToken: string }).csrfToken;
    return this;
  }

  /** A copy that has begun already. */
  copyBegun(): Browser {
    const other = this.copy();
    other.#csrf = this.#csrf;
    return other;
  }

  #csrf: string | undefined;
}
