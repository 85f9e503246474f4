import { z } from "zod";
import { codeMinutes } from "./auth.server";
import { signedCookie } from "./cookies.server";

const asked = z.object({ address: z.string(), to: z.string().nullable() });

/** What was asked for when a code was sent: it goes with the browser, so that no address of a page carries an email address. */
export type Asked = z.infer<typeof asked>;

const askedCookie = () => signedCookie("candour-asked", codeMinutes * 60);

/** Who asked for a code in this browser in the last quarter of an hour, and where they were going. */
export async function readAsked(request: Request): Promise<Asked | null> {
  const read = asked.safeParse(await askedCookie().parse(request.headers.get("cookie")));
  return read.success ? read.data : null;
}

export function askedHeader(value: Asked): Promise<string> {
  return askedCookie().serialize(value);
}

export function forgottenAskedHeader(): Promise<string> {
  return askedCookie().serialize("", { maxAge: 0 });
}
