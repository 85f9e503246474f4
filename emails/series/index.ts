import { cancelled } from "./cancelled";
import { closed } from "./closed";
import { invited } from "./invited";
import { notesToCombine } from "./notes-to-combine";
import { opened } from "./opened";
import { reportPublished } from "./report-published";
import { reportReopened } from "./report-reopened";
import { reportWanted } from "./report-wanted";
import { sessionsFinished } from "./sessions-finished";

export const seriesEmails = {
  "series/cancelled": cancelled,
  "series/closed": closed,
  "series/invited": invited,
  "series/notes-to-combine": notesToCombine,
  "series/opened": opened,
  "series/report-published": reportPublished,
  "series/report-reopened": reportReopened,
  "series/report-wanted": reportWanted,
  "series/sessions-finished": sessionsFinished,
} as const;
