/** Roles in plain words, for "You are told as ...". */
const words: Readonly<Record<string, string>> = {
  coordinator: "SLI coordinator",
  regionalChair: "regional chair",
  dcs: "director of children's services",
  delegate: "delegate of the director of children's services",
  author: "author of a chapter",
  contributor: "author whose chapters are complete",
  chiefExecutive: "chief executive",
  leadMember: "lead member for children's services",
  endorser: "one of those who have endorsed it",
  moderator: "moderator",
  reader: "director of an authority it is shared with",
  observer: "named observer",
  ownDcs: "director of children's services of the challenger's authority",
  host: "director of children's services of an authority that is challenged",
  hostDcs: "director of children's services",
  memberDcs: "director of children's services of an authority in the group",
  asked: "one of those asked to answer for their authority",
  deputy: "deputy named for the session",
  hostOrganiser: "organiser of the host",
  hostDelegate: "delegate of the director of children's services",
  leadChallenger: "lead challenger",
  challenger: "challenger",
  addressee: "the person this step concerns",
  attendee: "the person who comes",
  booker: "whoever booked",
  leadScrutineer: "director of the authority that leads the reading of the report",
  scrutineer: "director of an authority that reads the report",
  readerDelegate: "delegate of a director whose authority reads the report",
  member: "member of the network",
  judge: "judge of the award",
  awaitedJudge: "judge of the award who is still awaited",
  participant: "the person who is nominated",
  nominator: "whoever nominated",
  lineManager: "line manager",
  sponsor: "director of the person’s service",
  tutor: "tutor of the day",
  maker: "whoever made it",
  workstreamSponsor: "sponsor of a workstream",
  workstreamLead: "lead of a workstream",
  submitter: "whoever drafted it",
  chair: "regional chair",
  director: "director of children's services",
  owner: "whoever sees to it",
  person: "the person this concerns",
  self: "the person this concerns",
};

const ofTheRegion = new Set(["coordinator", "regionalChair", "chair", "director"]);
const ofTheAuthority = new Set(["dcs", "hostDcs", "hostDelegate", "hostOrganiser", "delegate", "chiefExecutive", "leadMember"]);

/** A role's words alone: "regional chair". A role not listed is written out of its own name. */
export function sayRole(role: string): string {
  // Words already, as a process page writes them.
  if (role.includes(" ")) return role;
  return words[role] ?? role.replace(/([a-z])([A-Z])/g, "$1 $2").replace(/[-_]/g, " ").toLowerCase();
}

/** A role with whose it is: "director of children's services, Kent"; "SLI coordinator, South East". */
export function sayRoleOf(letter: { readonly role: string; readonly authority: string | null; readonly region: string }): string {
  const role = sayRole(letter.role);
  if (ofTheRegion.has(letter.role) && letter.region) return `${role}, ${letter.region}`;
  if (ofTheAuthority.has(letter.role) && letter.authority) return `${role}, ${letter.authority}`;
  return role;
}

/** The words for the letter's role, or those for the others. */
export function byRole<Words>(letter: { readonly role: string }, words: Readonly<Partial<Record<string, Words>>> & { readonly others: Words }): Words {
  return words[letter.role] ?? words.others;
}
