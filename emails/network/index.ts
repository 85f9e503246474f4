import { changed } from "./changed";
import { closed } from "./closed";
import { instructions } from "./instructions";
import { instructionsSent } from "./instructions-sent";
import { mayJoin } from "./may-join";
import { opened } from "./opened";

export const networkEmails = {
  "network/changed": changed,
  "network/closed": closed,
  "network/instructions": instructions,
  "network/instructions-sent": instructionsSent,
  "network/may-join": mayJoin,
  "network/opened": opened,
} as const;
