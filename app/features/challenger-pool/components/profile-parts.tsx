import type { ReactNode } from "react";
import { Button, Checkboxes, DateInput, Details, formatDate, formatLongDate, InsetText, Radios, Select, SummaryList, TextArea, TextInput, type FormState, type FormValues } from "~/ui";
import type { Profile, trainingsOf } from "../queries.server";
import { levelLabels, levels } from "../words";

/** The form of one part: filled with what is known, or as it was typed when it was this one that was refused. */
type FormFor = (intent: string, values: FormValues) => FormState;

interface Part {
  readonly profile: Profile;
  readonly form: FormFor;
}

/** The days on which somebody cannot come. */
export function AvailabilityPart({ profile, form }: Part) {
  const own = form("away", {});
  return (
    <section aria-labelledby="availability">
      <h2 className="govuk-heading-m" id="availability">Days on which {profile.self ? "you" : "they"} cannot come</h2>
      {profile.away.length === 0 ? <p className="govuk-body">None noted: invitations can come for any day.</p> : (
        <ul className="govuk-list">
          {profile.away.map((days) => (
            <li key={days.id}>
              <form method="post" className="app-inline">
                <input type="hidden" name="awayId" value={days.id} />
                {formatDate(days.from)}{days.to === days.from ? "" : ` to ${formatDate(days.to)}`} <button className="app-link-button" name="intent" value="notAway">Remove<span className="govuk-visually-hidden"> {formatDate(days.from)}</span></button>
              </form>
            </li>
          ))}
        </ul>
      )}
      <Details summary="Note days" open={Object.keys(own.errors).length > 0}>
        <form method="post" noValidate>
          <DateInput form={own} name="from" label="First day" />
          <DateInput form={own} name="to" label="Last day" hint="Leave empty for one day." />
          <Button kind="secondary" name="intent" value="away">Note these days</Button>
        </form>
      </Details>
    </section>
  );
}

/** What somebody knows and brings. */
export function ThemesPart({ profile, form }: Part) {
  const own = form("themes", { themes: profile.themes, about: profile.about });
  const known = [...new Set([...profile.themesKnown, ...profile.themes])];
  return (
    <Details summary="Change themes" open={Object.keys(own.errors).length > 0}>
      <form method="post" noValidate>
        <Checkboxes form={own} name="themes" label={profile.self ? "What do you know well?" : "What do they know well?"} size="s" choices={known.map((theme) => ({ value: theme, label: theme }))} />
        <TextArea form={own} name="about" label="In a few words (optional)" rows={4} hint="What you have done, what you bring. Coordinators and your own director read it." />
        <Button kind="secondary" name="intent" value="themes">Save the themes</Button>
      </form>
    </Details>
  );
}

/** Authorities that somebody should not challenge. Those that employ them are known by themselves. */
export function ConflictsPart({ profile, authorities, form }: Part & { readonly authorities: readonly { readonly id: string; readonly name: string }[] }) {
  const own = form("conflict", {});
  return (
    <section aria-labelledby="conflicts">
      <h2 className="govuk-heading-m" id="conflicts">Conflicts</h2>
      <SummaryList
        rows={[
          ...profile.employers.map(({ name }) => ({ key: name, value: `Employs ${profile.self ? "you" : "them"} today: known by itself, and ends when ${profile.self ? "you" : "they"} move` })),
          ...profile.conflicts.map(({ id, authority, why }) => ({
            key: authority,
            value: <form method="post">{why} <input type="hidden" name="conflictId" value={id} /><button className="app-link-button" name="intent" value="noConflict">End<span className="govuk-visually-hidden"> the conflict with {authority}</span></button></form>,
          })),
        ]}
      />
      <Details summary="Declare another conflict" open={Object.keys(own.errors).length > 0}>
        <form method="post" noValidate>
          <Select form={own} name="authorityId" label="Authority" blank="Choose" options={authorities.map(({ id, name }) => ({ value: id, label: name }))} />
          <TextInput form={own} name="why" label="What stands between?" hint="A former post, a relative, a contract. The coordinator alone reads it." />
          <Button kind="secondary" name="intent" value="conflict">Declare the conflict</Button>
        </form>
      </Details>
    </section>
  );
}

/** The coordinator's part. */
export function LevelPart({ profile, form }: Part) {
  const own = form("level", { level: profile.level, maxLoad: String(profile.maxLoad) });
  return (
    <Details summary="Change level and load" open={Object.keys(own.errors).length > 0}>
      <form method="post" noValidate>
        <Radios form={own} name="level" label="Level" size="s" choices={levels.map((level) => ({ value: level, label: levelLabels[level] }))} />
        <TextInput form={own} name="maxLoad" label="Most sessions and visits a year" inputMode="numeric" width={3} />
        <Button kind="secondary" name="intent" value="level">Save level and load</Button>
      </form>
    </Details>
  );
}

/** Training: what was had, what is booked, what can be booked. */
export function TrainingPart({ profile, trainings, form, keys, mayBook, mayRecord }: Part & { readonly trainings: Awaited<ReturnType<typeof trainingsOf>>; readonly keys: ReactNode; readonly mayBook: boolean; readonly mayRecord: boolean }) {
  const booking = form("book", {});
  const recording = form("trained", {});
  const open = trainings.filter(({ booked, capacity }) => booked < capacity);
  return (
    <section aria-labelledby="training">
      <h2 className="govuk-heading-m" id="training">Training</h2>
      {profile.trainings.length > 0 ? <ul className="govuk-list">{profile.trainings.map((one) => <li key={one.id}>Trained on {formatLongDate(one.trainedOn)}{one.eventId ? "" : ", entered by hand"}, good until {formatLongDate(one.validUntil)}</li>)}</ul> : <p className="govuk-body">None on record yet.</p>}
      {profile.booked ? (
        <InsetText>
          Booked: {profile.booked.title}, {formatLongDate(profile.booked.day)} at {profile.booked.startsAt} (London time), {profile.booked.place}
          <form method="post">{keys}<button className="app-link-button" name="intent" value="giveBack">Give the place back</button></form>
        </InsetText>
      ) : mayBook ? (
        <form method="post" noValidate>
          {keys}
          {open.length === 0 ? <p className="govuk-body">No training day with a free place is planned yet.</p> : (
            <>
              <Select form={booking} name="eventId" label="Training day" blank="Choose" options={open.map((one) => ({ value: one.id, label: `${formatDate(one.day)}, ${one.place}, ${one.capacity - one.booked} of ${one.capacity} places free` }))} />
              <Button kind={["awaitingTraining", "trainingExpired"].includes(profile.state) ? undefined : "secondary"} name="intent" value="book">Book a place</Button>
            </>
          )}
        </form>
      ) : null}
      {mayRecord ? (
        <Details summary="Record training had elsewhere" open={Object.keys(recording.errors).length > 0}>
          <form method="post" noValidate>
            {keys}
            <DateInput form={recording} name="trainedOn" label="Day of the training" />
            <Button kind="secondary" name="intent" value="trained">Record the training</Button>
          </form>
        </Details>
      ) : null}
    </section>
  );
}
