import { setTimeout as pause } from "node:timers/promises";

/** One person's browser, reduced to what a form post needs. */
export class Caller {
  private cookie = "";

  constructor(private readonly base: string) {}

  /** Signs in as somebody of the demonstration, trying until the server is there. */
  async signIn(personId: string): Promise<void> {
    await insisting(async () => {
      const response = await this.send(`/sign-in/as/${personId}`, new URLSearchParams());
      if (response.status !== 302) throw new Error(`sign-in answered ${response.status}`);
      this.cookie = response.headers.getSetCookie().map((cookie) => cookie.split(";")[0]).join("; ");
    });
  }

  async post(path: string, body: URLSearchParams): Promise<Response> {
    return this.send(path, body);
  }

  private send(path: string, body: URLSearchParams): Promise<Response> {
    return fetch(`${this.base}${path}`, {
      method: "POST",
      redirect: "manual",
      headers: { cookie: this.cookie, origin: this.base, "sec-fetch-site": "same-origin", "content-type": "application/x-www-form-urlencoded" },
      body,
      signal: AbortSignal.timeout(20_000),
    });
  }
}

/** Does it again until it works, as a person presses a button again when the page did not come. */
export async function insisting<Result>(act: () => Promise<Result>, patienceMs = 90_000): Promise<Result> {
  for (const ends = Date.now() + patienceMs; ; ) {
    try {
      return await act();
    } catch (error) {
      if (Date.now() > ends) throw error;
      await pause(150);
    }
  }
}

/** What the server answered for good. */
export interface Answered {
  readonly status: number;
  /** Where a redirect leads: the page that says what was done, or one that says it was not. */
  readonly location: string;
}

/** A request is done when the server has answered for good: anything of 5xx, or no answer, is pressed again. */
export async function pressed(act: () => Promise<Response>): Promise<Answered> {
  return insisting(async () => {
    const response = await act();
    await response.arrayBuffer();
    if (response.status >= 500 || response.status === 429) throw new Error(`answered ${response.status}`);
    return { status: response.status, location: response.headers.get("location") ?? "" };
  });
}
