import { z } from "zod";
import { emailAddress, isTicked, optional, required } from "~/ui/fields";
import { isPostKind } from "./posts";

/** The directory's filter as its address holds it. What is unknown counts as not given. */
export function filterOf(search: URLSearchParams) {
  const kind = search.get("kind") ?? "";
  return {
    regionId: search.get("region") || null,
    words: (search.get("q") ?? "").trim().slice(0, 100),
    kind: isPostKind(kind) ? kind : "",
    vacantOnly: search.get("vacant") === "yes",
  };
}

/** A person as typed by whoever keeps the register. */
export const personForm = z.object({
  name: required("Enter the person's full name", 120),
  email: emailAddress("Enter the person's work email address"),
  phone: optional("The telephone number", 40),
});

/** A post as typed. `place` is "region:south-east" or "authority:kent". */
export const postForm = z.object({
  kind: z.string({ error: "Choose a kind of post" }).refine(isPostKind, "Choose a kind of post"),
  title: optional("The title", 120),
  place: z.string({ error: "Choose where the post belongs" }).regex(/^(region|authority):[a-z0-9-]+$/, "Choose where the post belongs"),
});

/** Somebody to be given a post. The page adds its own reading of the date. */
export const appointForm = z.object({
  personId: z.string({ error: "Choose a person" }).pipe(z.uuid("Choose a person")),
  handOver: z.string().optional(),
});

/** How somebody wants to be emailed. */
export const emailChoices = z.object({
  digest: z.enum(["each", "daily"], { error: "Choose how you want to be emailed" }),
  copyMe: isTicked,
});
