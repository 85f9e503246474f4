import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import type { SignedIn } from "~/workflow/actor.server";
import { type FormState, type FormValues, pressOf } from "~/ui/form-state";
import { refusedForm, valueOf } from "~/ui/form-state";
import { withdrawApplication } from "./entering.server";
import { conflictForm, levelForm, readAway, readDay, themesForm, type ProfileIntent } from "./forms";
import { addAway, declareConflict, endConflict, remindAbout, removeAway, saveThemes, setLevel } from "./profile.server";
import type { Profile } from "./queries.server";
import { bookTraining, giveBackPlace, recordTraining } from "./training.server";

type Pressed = { readonly form: FormState } | { readonly result: { readonly kind: string; readonly reason?: string }; readonly done: string; readonly field?: string };

/** Does what was pressed on a challenger's page: the form back when it is not sound, or how the act ended. */
export async function press(intent: ProfileIntent, profile: Profile, values: FormValues, actor: SignedIn): Promise<Pressed> {
  const given = { challengerId: profile.id, actor };
  const act = { ...given, ...pressOf(values) };
  const text = (name: string) => valueOf({ values, errors: {} }, name);
  switch (intent) {
    case "themes": {
      const read = themesForm.safeParse(values);
      return read.success ? { result: await saveThemes({ ...given, ...read.data }), done: "The themes are saved", field: "themes" } : { form: refusedForm(values, read.error.issues) };
    }
    case "level": {
      const read = levelForm.safeParse(values);
      return read.success ? { result: await setLevel({ ...given, ...read.data }), done: "The level is saved" } : { form: refusedForm(values, read.error.issues) };
    }
    case "away": {
      const read = readAway(values);
      return read.ok ? { result: await addAway({ ...given, ...read.data }), done: "The days are noted. No invitation comes for them", field: "from" } : read;
    }
    case "notAway":
      return { result: await removeAway({ ...given, awayId: text("awayId") }), done: "The days are free again" };
    case "conflict": {
      const read = conflictForm.safeParse(values);
      return read.success ? { result: await declareConflict({ ...given, ...read.data }), done: "The conflict is noted", field: "authorityId" } : { form: refusedForm(values, read.error.issues) };
    }
    case "noConflict":
      return { result: await endConflict({ ...given, conflictId: text("conflictId") }), done: "The conflict is ended" };
    case "book":
      return { result: await bookTraining({ ...act, eventId: text("eventId") }), done: "The place is booked. The date comes by email for the calendar", field: "eventId" };
    case "giveBack":
      return { result: await giveBackPlace(act), done: "The place is given back" };
    case "trained": {
      const read = readDay(values, "trainedOn", "The day of the training");
      return read.ok ? { result: await recordTraining({ ...given, trainedOn: read.data }), done: "The training is recorded. They are told", field: "trainedOn" } : read;
    }
    case "withdraw":
      return { result: await withdrawApplication(act), done: "The application is withdrawn" };
    case "remind":
      return { result: await remindAbout({ ...act, personIds: await holdersOfNextStep(profile.id) }), done: "The reminder is sent" };
  }
}

/** Whoever holds the step that is awaited, other than the coordinator who reminds. */
async function holdersOfNextStep(workflowId: string): Promise<readonly string[]> {
  const moment = now();
  const parties = await db.workflowParty.findMany({
    where: { workflowId, waiting: true, to: null, role: { not: "coordinator" } },
    select: { personId: true, post: { select: { holdings: { where: { from: { lte: moment }, OR: [{ to: null }, { to: { gt: moment } }] }, select: { personId: true } } } } },
  });
  return parties.flatMap(({ personId, post }) => (personId ? [personId] : (post?.holdings.map((holding) => holding.personId) ?? [])));
}
