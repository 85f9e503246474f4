import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { dataProfile } from "~/features/indicator";
import { DataProfileTable } from "~/features/indicator/components/data-profile-table";
import { KloeList } from "~/features/kloe/components/kloe-list";
import { visibleTo as documentsVisibleTo } from "~/features/self-assessment";
import { labelOf as documentLabel } from "~/features/self-assessment/words";
import { AgendaTable } from "~/features/triad/components/agenda-table";
import { TriadTop } from "~/features/triad/components/triad-top";
import { documentsOf, triadPage } from "~/features/triad/page.server";
import { enter, notFound } from "~/session/enter.server";
import { formatDate, InsetText, SummaryList, type RouteHandle } from "~/ui";
import { possessive } from "~/ui/wording";

export const handle = { access: { who: "visible", record: "triad" }, title: (page: { triad: { title: string } }) => `Pack: ${page.triad.title}` } satisfies RouteHandle;

const RELEASED = ["packsReleased", "held", "agreed", "closed"];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const triad = await triadPage(actor, args.params["id"]);
  if (!triad) throw notFound();
  const released = RELEASED.includes(triad.standing.state);
  const documents = released || triad.mayRun ? await documentsOf(triad.round.id, triad.members.map(({ id }) => id), documentsVisibleTo(actor)) : [];
  const profiles = released || triad.mayRun ? await Promise.all(triad.members.map(async (member) => ({ id: member.id, profile: await dataProfile(member.id) }))) : [];
  return { triad, released, documents, profiles };
}

export default function PackRoute() {
  const { triad, released, documents, profiles } = useLoaderData<typeof loader>();
  const { session } = triad;
  const names = Object.fromEntries(triad.members.map((member) => [member.id, member.name]));
  return (
    <>
      <TriadTop triad={triad} heading="Pack" />
      {released ? <p className="govuk-body app-no-print">It is made to be printed: use your browser’s print.</p> : <InsetText>The pack is not released yet.{triad.mayRun ? " You see it as it would be now." : " You see the agenda and the key lines of enquiry that are shared."}</InsetText>}
      {session ? (
        <SummaryList rows={[
          { key: "Day", value: formatDate(session.day, { year: true }) },
          { key: "Time", value: `${session.startsAt} to ${session.endsAt}` },
          { key: "Where", value: `${session.venue}${session.host ? `, hosted by ${session.host.name}` : ""}` },
          { key: "Who comes", value: triad.members.map((member) => `${member.attendee?.name ?? "not said yet"} (${member.name})`).join("; ") },
          { key: "Challengers", value: triad.team.filter((member) => ["accepted", "completed"].includes(member.state)).map((member) => member.name).join("; ") || "none" },
        ]} />
      ) : null}
      <AgendaTable agenda={triad.agenda} names={names} />
      {triad.members.map((member) => {
        const document = documents.find((one) => one.authorityId === member.id);
        const profile = profiles.find((one) => one.id === member.id)?.profile;
        return (
          <section key={member.id} aria-labelledby={`pack-${member.id}`}>
            <h2 className="govuk-heading-l" id={`pack-${member.id}`}>{member.name}</h2>
            <h3 className="govuk-heading-m">Self-assessment</h3>
            {released || triad.mayRun ? (
              document?.readable ? <p className="govuk-body"><a className="govuk-link" href={`/self-assessments/${document.id}/read`}>Read {possessive(member.name)} self-assessment</a></p>
                : <p className="govuk-body">{member.waiver ? <>Not in the pack, by waiver: <span className="app-prewrap">{member.waiver}</span></> : document ? documentLabel(document.workflow.state) : "There is none in this round."}</p>
            ) : <p className="govuk-body app-soft">With the release of the pack.</p>}
            <h3 className="govuk-heading-m">Key lines of enquiry</h3>
            <KloeList lines={member.lines} empty="Not shared yet." />
            {profile && profile.length > 0 ? (
              <>
                <p className="govuk-body app-narrow-only"><a className="govuk-link" href={`/authorities/${member.id}`}>{possessive(member.name)} data profile</a></p>
                <div className="app-wide-only"><DataProfileTable profile={profile} authority={member.name} region={triad.round.region} /></div>
              </>
            ) : null}
          </section>
        );
      })}
    </>
  );
}
