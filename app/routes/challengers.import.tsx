import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { filterOf } from "~/features/challenger-pool/filter";
import { columns } from "~/features/challenger-pool/import/check";
import { applyImport, dryRun } from "~/features/challenger-pool/import/import.server";
import { registerOf } from "~/features/challenger-pool/queries.server";
import { decode, mostBytes } from "~/features/table-file/read";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { readBody, refuse } from "~/session/forms.server";
import { blankForm, Breadcrumbs, Button, counted, Details, ErrorSummary, FileUpload, InsetText, NotificationBanner, PageHeading, refusedForm, SummaryList, Table, TextArea, valueOf, type RouteHandle } from "~/ui";

export const handle = { access: { who: "posts", posts: ["sli-coordinator"], of: "region" }, title: "Add challengers from a file" } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const register = await registerOf(actor, filterOf(new URL(args.request.url).searchParams));
  if (!register?.keeps) throw notFound();
  return { region: register.region, themes: register.themes };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const posted = await readBody(args.request);
  const regionId = String(posted.get("region") ?? "");
  const text = await textOf(posted);
  if (text === null) return refuse(refusedForm({ text: String(posted.get("text") ?? "") }, [{ path: ["file"], message: `Choose a file of at most ${mostBytes / 1000} KB, or paste its rows below` }]));
  if (posted.get("intent") === "apply") {
    const result = await applyImport({ text, regionId, actor, digest: String(posted.get("digest") ?? "") });
    if (result.kind === "applied") throw await redirectWith(`/challengers?region=${regionId}`, { title: `${counted(result.entered, "challenger")} entered`, text: "They and their own directors are told." });
    if (result.kind === "refused" && result.reason === "not-your-role") throw notFound();
    if (result.kind === "refused") return refuse(refusedForm({ text }, [{ path: ["text"], message: "This is not the text that was checked. Check it again: nothing has been written" }]));
    return data({ form: null, report: { problems: result.problems, counts: null, digest: "", text } }, { status: 409 });
  }
  const result = await dryRun({ text, regionId, actor });
  if (result.kind === "refused") throw notFound();
  return data({ form: null, report: { problems: result.problems, counts: result.counts, digest: result.digest, text } }, { status: result.problems.length > 0 ? 422 : 200 });
}

/** The file's text, or the pasted one; null when there is neither, or too much. */
async function textOf(posted: FormData): Promise<string | null> {
  const file = posted.get("file");
  if (file instanceof Blob && file.size > 0) return file.size > mostBytes ? null : decode(new Uint8Array(await file.arrayBuffer()));
  const pasted = posted.get("text");
  return typeof pasted === "string" && pasted.trim() !== "" && pasted.length <= mostBytes ? pasted : null;
}

export default function ImportChallengers() {
  const { region, themes } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const report = answered && "report" in answered ? answered.report : null;
  const form = answered?.form ?? { ...blankForm, values: { text: report?.text } };
  const ready = report !== null && report.problems.length === 0 && report.counts !== null;
  return (
    <>
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[{ label: "Challengers", href: `/challengers?region=${region.id}` }]} />
      <PageHeading caption={region.name}>Add challengers from a file</PageHeading>
      {report && report.problems.length > 0 ? (
        <>
          <NotificationBanner kind="notice" heading="Nothing has been written">{report.counts ? `${counted(new Set(report.problems.map(({ line }) => line)).size, "row")} of ${report.counts.rows} cannot be used.` : "The file cannot be used as it is."} Mend what is listed and check again.</NotificationBanner>
          <Table
            caption="What to mend"
            columns={[
              { key: "line", heading: "Row", cell: (row) => (row.line === 0 ? "The file" : row.line) },
              { key: "column", heading: "Column", cell: (row) => (row.column === "row" || row.column === "file" ? "All of it" : row.column) },
              { key: "found", heading: "It holds", cell: (row) => row.found ?? "" },
              { key: "reason", heading: "What is wrong", cell: (row) => row.reason },
            ]}
            rows={report.problems}
            rowKey={(row) => `${row.line} ${row.column} ${row.reason}`}
          />
        </>
      ) : null}
      <div className="app-measure">
        {ready ? (
          <section aria-labelledby="ready">
            <h2 className="govuk-heading-m" id="ready">Every row can be used</h2>
            <SummaryList rows={[{ key: "Rows", value: report.counts?.rows }, { key: "Trained, can be invited", value: report.counts?.trained }, { key: "Still to be trained", value: report.counts?.untrained }]} />
            <InsetText>Nothing has been written yet. All of it is entered at once, or none of it. Each person and their own director are told.</InsetText>
            <form method="post" encType="multipart/form-data">
              <input type="hidden" name="region" value={region.id} />
              <input type="hidden" name="digest" value={report.digest} />
              <textarea name="text" hidden readOnly defaultValue={report.text} />
              <Button name="intent" value="apply">Enter {counted(report.counts?.rows ?? 0, "challenger")}</Button>
            </form>
          </section>
        ) : null}
        <form method="post" encType="multipart/form-data" noValidate>
          <input type="hidden" name="region" value={region.id} />
          <FileUpload form={form} name="file" label="CSV file" hint="Saved from a spreadsheet as CSV. Commas, semicolons and tabs all work." accept=".csv,.txt,text/csv" maxBytes={mostBytes} />
          <TextArea form={form} name="text" label="Or paste the rows here" hint="With the line of column names." rows={valueOf(form, "text") ? 12 : 6} />
          <Button kind={ready ? "secondary" : undefined} name="intent" value="check">Check the file</Button>
        </form>
        <Details summary="What the file looks like" open={report === null}>
          <p className="govuk-body">One line of column names, then a line for each challenger. Columns: {columns.join(", ")}. Only email is needed: the address that the person has in the directory.</p>
          <p className="govuk-body">Themes are divided by semicolons: {themes.join("; ")}.</p>
          <pre className="app-scroll">email,level,themes,most,trained_on{"\n"}jo.field@example.org,lead,&quot;SEND;leadership&quot;,3,30/11/2026</pre>
        </Details>
      </div>
    </>
  );
}
