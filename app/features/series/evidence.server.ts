import { factsOf } from "~/features/people/posts";
import { db } from "~/platform/db.server";
import type { Tx } from "~/workflow/process.server";
import { dayOf } from "~/workflow/working-days";
import type { Evidence } from "./evidence";

const took = ["attended", "partlyAttended"];

/** The evidence of a series as it stands: notes by theme in the region's order, and who took part, counted from the lists. */
export async function evidenceOf(seriesId: string, tx: Pick<Tx, "series" | "booking" | "authority" | "post"> = db): Promise<Evidence | null> {
  const series = await tx.series.findUnique({
    where: { id: seriesId },
    select: {
      title: true, summary: true, regionId: true, coversKind: true, region: { select: { name: true } },
      sessions: {
        orderBy: { number: "asc" },
        select: { id: true, number: true, notes: { orderBy: [{ at: "asc" }, { id: "asc" }], select: { theme: true, text: true } }, workflow: { select: { state: true, bookableSessions: { orderBy: { startsAt: "asc" }, select: { startsAt: true } } } } },
      },
    },
  });
  if (!series) return null;
  const bookings = await tx.booking.findMany({
    where: { ownerId: { in: series.sessions.map(({ id }) => id) }, workflow: { state: { in: took } } },
    select: { ownerId: true, personId: true, authorityId: true, session: { select: { startsAt: true } } },
  });
  const authorities = await tx.authority.findMany({ where: { regionId: series.regionId }, select: { id: true } });
  const came = new Set(bookings.map(({ authorityId }) => authorityId));
  const notes = series.sessions.flatMap(({ number, notes: own }) => own.map((note) => ({ ...note, session: number ?? 0 })));
  // Themes in the order in which they were first heard.
  const themes = [...new Set(notes.map(({ theme }) => theme))].map((theme) => ({ theme, notes: notes.filter((note) => note.theme === theme).map(({ session, text }) => ({ session, text })) }));
  return {
    title: series.title, region: series.region.name, summary: series.summary,
    sessions: series.sessions.map(({ id, number, workflow }) => ({
      number: number ?? 0, day: dayOf(workflow.bookableSessions[0]?.startsAt ?? new Date(0)), held: ["held", "closed"].includes(workflow.state), took: bookings.filter(({ ownerId }) => ownerId === id).length,
    })),
    authorities: { part: authorities.filter(({ id }) => came.has(id)).length, whole: authorities.length },
    posts: series.coversKind ? await postsCovered(tx, series.regionId, series.coversKind, bookings) : null,
    took: bookings.length, people: new Set(bookings.map(({ personId }) => personId)).size, themes,
  };
}

/** A post is covered when whoever held it on the day of a session took part in it: a change of people does not change the count. */
async function postsCovered(tx: Pick<Tx, "post">, regionId: string, kind: string, bookings: readonly { readonly personId: string; readonly session: { readonly startsAt: Date } }[]): Promise<NonNullable<Evidence["posts"]>> {
  const posts = await tx.post.findMany({ where: { regionId, kind, holdings: { some: {} } }, select: { holdings: { select: { personId: true, from: true, to: true } } } });
  const covered = posts.filter(({ holdings }) =>
    holdings.some(({ personId, from, to }) => bookings.some((one) => one.personId === personId && from <= one.session.startsAt && (to === null || to > one.session.startsAt))),
  );
  return { part: covered.length, whole: posts.length, label: several((factsOf(kind)?.label ?? kind).toLowerCase()) };
}

/** "assistant directors", "directors of children's services". */
function several(label: string): string {
  return label.replace(/^(.*?)( of | for |$)/, "$1s$2");
}
