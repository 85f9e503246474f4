import { agendaChanged } from "./agenda-changed";
import { agendaSent } from "./agenda-sent";
import { agendaWanted } from "./agenda-wanted";
import { cancelled } from "./cancelled";
import { closed } from "./closed";
import { decisionsWanted } from "./decisions-wanted";
import { moved } from "./moved";

export const directorsMeetingEmails = {
  "directors-meeting/agenda-sent": agendaSent,
  "directors-meeting/agenda-changed": agendaChanged,
  "directors-meeting/agenda-wanted": agendaWanted,
  "directors-meeting/moved": moved,
  "directors-meeting/decisions-wanted": decisionsWanted,
  "directors-meeting/closed": closed,
  "directors-meeting/cancelled": cancelled,
} as const;
