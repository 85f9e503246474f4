import { deliveryFailed } from "./delivery-failed";
import { digest } from "./digest";
import { nobodyToTell } from "./nobody-to-tell";

export const workflowEmails = {
  "workflow/delivery-failed": deliveryFailed,
  "workflow/digest": digest,
  "workflow/nobody-to-tell": nobodyToTell,
} as const;
