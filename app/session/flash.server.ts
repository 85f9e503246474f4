import { redirect } from "@remix-run/node";
import { z } from "zod";
import type { Flash } from "~/ui/root-data";
import { signedCookie } from "./cookies.server";

const flashCookie = () => signedCookie("candour-message", 120);

const flashSchema = z.object({ title: z.string(), text: z.string(), kind: z.enum(["success", "notice"]) });

/** The message carried over from the last redirect, if there is one that we ourselves signed. */
export async function readFlash(request: Request): Promise<Flash | null> {
  const value: unknown = await flashCookie().parse(request.headers.get("cookie"));
  const read = flashSchema.safeParse(value);
  return read.success ? read.data : null;
}

/** The Set-Cookie value that carries a message to the next page. */
export function flashHeader(flash: Flash): Promise<string> {
  return flashCookie().serialize(flash);
}

/** The Set-Cookie value that takes a shown message away. */
export function clearedFlashHeader(): Promise<string> {
  return flashCookie().serialize("", { maxAge: 0 });
}

/**
 * A redirect after an act, with a message for the page it leads to.
 * @param text what happens next and who has been told; never confidential content
 */
export async function redirectWith(path: string, flash: { title: string; text?: string; kind?: Flash["kind"] }, headers = new Headers()): Promise<Response> {
  headers.append("Set-Cookie", await flashHeader({ title: flash.title, text: flash.text ?? "", kind: flash.kind ?? "success" }));
  return redirect(path, { headers });
}
