import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ImportReport } from "~/features/people/components/import-report";
import { applyImport, dryRun } from "~/features/people/import/import.server";
import { columns, decode, mostBytes } from "~/features/people/import/read";
import { POST_KINDS, postKinds } from "~/features/people/posts";
import { coordinatedRegions } from "~/features/people/queries.server";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { readBody, refuse } from "~/session/forms.server";
import { blankForm, Breadcrumbs, Button, counted, Details, ErrorSummary, FileUpload, PageHeading, readForm, refusedForm, Select, TextArea, type RouteHandle } from "~/ui";

export const handle = { access: { who: "posts", posts: ["sli-coordinator"], of: "region" }, title: "Add people and posts from a file" } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const signedIn = await enter(args, handle.access);
  const regions = await coordinatedRegions(signedIn);
  const asked = new URL(args.request.url).searchParams.get("region");
  if (asked && !regions.some((region) => region.id === asked)) throw redirect("/people/import");
  return { regions, regionId: asked ?? regions[0]?.id ?? "" };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const posted = await readBody(args.request);
  const values = readForm(posted);
  const text = await textOf(posted);
  const regionId = String(posted.get("region") ?? "");
  if (typeof text !== "string") return refuse(refusedForm({ ...values, text: values["text"] ?? "" }, [{ path: [text.field], message: text.message }]));
  if (posted.get("intent") === "apply") {
    const result = await applyImport({ text, regionId, actor, digest: String(posted.get("digest") ?? ""), tell: posted.get("tell") === "yes" });
    if (result.kind === "refused" && result.reason === "not-yours") throw notFound();
    if (result.kind === "refused") return refuse(refusedForm({ text, region: regionId }, [{ path: ["text"], message: "This is not the text that was checked. Check it again: nothing has been written" }]));
    if (result.kind === "applied") {
      const { newPeople, newHoldings } = result.counts;
      throw await redirectWith(`/directory?region=${regionId}`, { title: "The file is applied", text: `${counted(newPeople, "new person", "new people")} and ${counted(newHoldings, "post")} given.` });
    }
    return data({ form: null, report: { problems: result.problems, counts: null, digest: "", text, regionId, stale: true } }, { status: 409 });
  }
  const result = await dryRun({ text, regionId, actor });
  if (result.kind === "refused") throw notFound();
  const report = { problems: result.problems, counts: result.counts, digest: result.digest, text, regionId, stale: false };
  return data({ form: null, report }, { status: result.problems.length > 0 ? 422 : 200 });
}

/** The file's text, or the pasted one, or what is wrong with both. */
async function textOf(posted: FormData): Promise<string | { field: string; message: string }> {
  const file = posted.get("file");
  if (file instanceof Blob && file.size > 0) {
    if (file.size > mostBytes) return { field: "file", message: `The file is larger than ${mostBytes / 1000} KB. Divide it` };
    return decode(new Uint8Array(await file.arrayBuffer()));
  }
  const pasted = posted.get("text");
  if (typeof pasted !== "string" || pasted.trim() === "") return { field: "file", message: "Choose a file, or paste its rows below" };
  if (pasted.length > mostBytes) return { field: "text", message: "That is too much text at once. Divide it" };
  return pasted;
}

export default function ImportPeople() {
  const { regions, regionId } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const report = answered && "report" in answered ? answered.report : null;
  const form = answered?.form ?? { ...blankForm, values: { region: report?.regionId ?? regionId, text: report?.text } };
  return (
    <>
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[{ label: "Directory", href: "/directory" }]} />
      <PageHeading>Add people and posts from a file</PageHeading>
      {report ? <ImportReport report={report} /> : null}
      <div className="app-measure">
        {report ? <h2 className="govuk-heading-m">{report.problems.length > 0 ? "Mend the rows and check again" : "Check another file"}</h2> : (
          <p className="govuk-body">First the file is checked and nothing is written. You then see every row that is wrong, or what would be added, and decide.</p>
        )}
        <form method="post" encType="multipart/form-data" noValidate>
          {regions.length > 1 ? <Select form={form} name="region" label="Region" options={regions.map((region) => ({ value: region.id, label: region.name }))} /> : <input type="hidden" name="region" value={regionId} />}
          <FileUpload form={form} name="file" label="CSV file" hint="Saved from a spreadsheet as CSV. Commas, semicolons and tabs all work." accept=".csv,.txt,text/csv" maxBytes={mostBytes} />
          <TextArea form={form} name="text" label="Or paste the rows here" hint="With the line of column names." rows={report ? 12 : 6} />
          <Button {...(report && report.problems.length === 0 ? { kind: "secondary" as const } : {})} name="intent" value="check">Check the file</Button>
        </form>
        <Details summary="What the file looks like" open={report === null}>
          <p className="govuk-body">One line of column names, then a line for each person and post. Columns: {columns.join(", ")}. Only name, email and post are needed; an authority post also needs its authority, by name or code. Leave “from” empty for now.</p>
          <p className="govuk-body"><a className="govuk-link" href="/people/import/sample.csv">Download a sample file</a></p>
          <p className="govuk-body">Kinds of post: {postKinds.map((kind) => POST_KINDS[kind].label).join(", ")}.</p>
        </Details>
      </div>
    </>
  );
}
