import { z } from "zod";

/** What `<ConflictChoice>` posts. */
export const conflictChoice = z.object({
  keptId: z.uuid("Choose one of the texts on this page"),
  revision: z.coerce.number().int().min(0),
  take: z.enum(["kept", "current", "both"], { error: "Choose what the text should be" }),
});
