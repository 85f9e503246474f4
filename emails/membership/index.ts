import { declined } from "./declined";
import { ended } from "./ended";
import { invited } from "./invited";
import { joined } from "./joined";
import { lapsed } from "./lapsed";
import { left } from "./left";
import { memberLeft } from "./member-left";
import { networkClosed } from "./network-closed";
import { welcome } from "./welcome";

export const membershipEmails = {
  "membership/declined": declined,
  "membership/ended": ended,
  "membership/invited": invited,
  "membership/joined": joined,
  "membership/lapsed": lapsed,
  "membership/left": left,
  "membership/member-left": memberLeft,
  "membership/network-closed": networkClosed,
  "membership/welcome": welcome,
} as const;
