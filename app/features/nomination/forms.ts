import { z } from "zod";
import { emailAddress, optional, required } from "~/ui/fields";
import { refusedForm, valueOf, type FormIssue, type FormState, type FormValues } from "~/ui/form-state";
import { services, type Service } from "./words";

export const nomineeFields = {
  name: required("Enter the person’s name", 120),
  email: emailAddress("Enter the person’s email address"),
  jobTitle: required("Enter what their job is", 120),
  managerName: required("Enter the line manager’s name", 120),
  managerEmail: emailAddress("Enter the line manager’s email address"),
  statement: required("Write what the person hopes to gain and to give", 3000),
};

/** A nomination as it is typed. */
export const nominationForm = z.object({
  ...nomineeFields,
  authorityId: required("Choose the authority", 60),
  service: z.enum(services, { error: "Choose the service" }),
  team: optional("The team", 80),
});

export const replacementForm = z.object({ ...nomineeFields, reason: required("Say why the person cannot come", 1000) });

export const reasonField = required("Give a reason", 1000);

/** The most people of one team. */
export const MOST_OF_TEAM = 6;

const { statement: _statement, managerName, managerEmail, ...memberFields } = nomineeFields;
const memberForm = z.object({ ...memberFields, service: z.enum(services, { error: "Choose the service" }) });
const managerForm = z.object({ managerName, managerEmail });
const teamForm = z.object({ authorityId: required("Choose the authority", 60), team: required("Enter what the team is called", 80), statement: required("Write what the team hopes to gain and to give", 3000) });

export interface TeamOf extends z.output<typeof teamForm> {
  readonly members: readonly { readonly row: number; readonly person: { readonly name: string; readonly email: string }; readonly jobTitle: string; readonly service: Service; readonly lineManager: { readonly name: string; readonly email: string } }[];
}

/** A team as it is typed, a row for each person; an empty row is left out. Without a manager of their own somebody has that of the row above. */
export function readTeam(values: FormValues): { readonly ok: true; readonly data: TeamOf } | { readonly ok: false; readonly form: FormState } {
  const form = { values, errors: {} };
  const team = teamForm.safeParse(values);
  const issues: FormIssue[] = team.success ? [] : [...team.error.issues];
  const members: TeamOf["members"][number][] = [];
  for (let row = 0; row < MOST_OF_TEAM; row += 1) {
    const typed = Object.fromEntries(["name", "email", "jobTitle", "managerName", "managerEmail", "service"].map((name) => [name, valueOf(form, `${name}-${row}`)]));
    if (Object.values(typed).every((text) => text.trim() === "") && row > 1) continue;
    const at = (found: readonly FormIssue[]) => issues.push(...found.map(({ path, message }) => ({ path: [`${String(path[0])}-${row}`], message: `Person ${row + 1}: ${message.charAt(0).toLowerCase()}${message.slice(1)}` })));
    const member = memberForm.safeParse(typed);
    if (!member.success) at(member.error.issues);
    const above = members.at(-1)?.lineManager;
    const manager = above && !typed["managerName"]?.trim() && !typed["managerEmail"]?.trim() ? { success: true as const, data: { managerName: above.name, managerEmail: above.email } } : managerForm.safeParse(typed);
    if (!manager.success) at(manager.error.issues);
    if (!member.success || !manager.success) continue;
    const { name, email, ...rest } = member.data;
    if (members.some((one) => one.person.email === email)) at([{ path: ["email"], message: "This person is on the team already" }]);
    members.push({ row, person: { name, email }, ...rest, lineManager: { name: manager.data.managerName, email: manager.data.managerEmail } });
  }
  return team.success && issues.length === 0 ? { ok: true, data: { ...team.data, members } } : { ok: false, form: refusedForm(values, issues) };
}
