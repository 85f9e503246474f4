import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import * as ui from "~/ui";
import { hasMap, RegionMap } from "~/ui/map/region-map";
import { ErrorPage, errorTitle, shownStatus } from "~/ui/page/error-page";
import { PageFrame } from "~/ui/page/page-frame";
import { pageStateOf } from "~/ui/page/page-state";
import { handleOf, isLive, scriptsOf, titleOf, type RouteHandle } from "~/ui/route-handle";
import { frame, pages } from "./gallery/gallery";

const draw = (element: ReactElement): string => renderToStaticMarkup(element);
const count = (html: string, pattern: RegExp): number => [...html.matchAll(pattern)].length;

const wrong: ui.FormState = { values: { title: "Kept <b>", share: "region" }, errors: { title: "Enter a shorter title", share: "Choose one", due: "Enter a date" } };

describe("a field", () => {
  test("with an error is tied to its hint and its message, and keeps what was typed", () => {
    const html = draw(<ui.TextInput form={wrong} name="title" label="Title" hint="Shown in the list" />);
    expect(html).toContain('aria-describedby="title-hint title-error"');
    expect(html).toContain('id="title-error" class="govuk-error-message"');
    expect(html).toContain('aria-invalid="true"');
    expect(html).toContain('value="Kept &lt;b&gt;"');
    expect(html).toContain('<label class="govuk-label" for="title">');
  });

  test("without an error says nothing of errors", () => {
    const html = draw(<ui.TextInput name="title" label="Title" />);
    expect(html).not.toMatch(/error|aria-invalid|aria-describedby/);
  });

  test("of choices is a group whose first choice is where the error link lands", () => {
    const html = draw(<ui.Radios form={wrong} name="share" label="Who?" choices={[{ value: "group", label: "Group" }, { value: "region", label: "Region" }]} />);
    expect(html).toContain('<fieldset class="govuk-fieldset" aria-describedby="share-error">');
    expect(html).toMatch(/id="share" name="share" type="radio" value="group"\/?>/);
    expect(html).toMatch(/id="share-2" name="share" type="radio" checked="" value="region"|id="share-2"[^>]*value="region"[^>]*checked=""/);
  });

  test("of a date is a group whose day is where the error link lands", () => {
    const html = draw(<ui.DateInput form={wrong} name="due" label="Closing date" />);
    expect(html).toContain('id="due" name="due-day"');
    expect(html).toContain('name="due-year"');
    expect(html).toContain('role="group" aria-describedby="due-error"');
  });

  test("with a word limit says how many are left and turns into an error past it", () => {
    const within = draw(<ui.TextArea form={ui.formOf({ a: "one two" })} name="a" label="A" maxWords={3} />);
    expect(within).toContain("You have 1 of 3 words left");
    const past = draw(<ui.TextArea form={ui.formOf({ a: "one two three four" })} name="a" label="A" maxWords={3} />);
    expect(past).toContain("You have 1 word too many: the limit is 3");
    expect(past).toContain('aria-describedby="a-info"');
  });
});

describe("the error summary", () => {
  test("links every message to an element that is on the page", () => {
    const html = draw(<>{pages["form"]}</>);
    const targets = [...html.matchAll(/href="#([^"]+)">[^<]+<\/a><\/li>/g)].map((match) => match[1]);
    expect(targets).toHaveLength(6);
    for (const target of targets) expect(html, `#${target}`).toContain(` id="${target}"`);
  });

  test("is not there when all is well", () => {
    expect(draw(<ui.ErrorSummary form={ui.blankForm} />)).toBe("");
  });
});

describe("every page of the gallery", () => {
  test.each(Object.keys(pages))("%s has one main, one first heading, unique ids, and no inline style", (name) => {
    const html = draw(<>{pages[name]}</>);
    expect(count(html, /<main /g)).toBe(1);
    expect(count(html, /<h1[ >]/g)).toBe(1);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(ids).toEqual([...new Set(ids)]);
    expect(html, "the security policy refuses style attributes").not.toContain(" style=");
    for (const described of html.matchAll(/aria-(?:describedby|labelledby)="([^"]+)"/g)) {
      for (const id of (described[1] ?? "").split(" ")) expect(ids).toContain(id);
    }
  });

  test("has at most one green button", () => {
    for (const name of ["tasks", "form", "board", "rest"]) {
      const html = draw(<>{pages[name]}</>).replace(/<dialog.*<\/dialog>/, "");
      expect(count(html, /class="govuk-button"/g), name).toBeLessThanOrEqual(1);
    }
  });
});

describe("the frame", () => {
  test("names where we are and who we are, and lets us sign out by a form", () => {
    const html = draw(<PageFrame data={frame}><h1>Tasks</h1></PageFrame>);
    expect(html).toContain('<a href="/0" aria-current="page">Your tasks</a>');
    expect(html).toContain('<li aria-current="step">Self-assessment</li>');
    expect(html).toContain('<form method="post" action="/sign-out" data-sign-out="true">');
    expect(html).toContain("Open Government Licence v3.0");
    expect(html).toMatch(/^<a href="#main-content" class="govuk-skip-link">/);
  });

  test("stands without any data, for when the database is lost", () => {
    const html = draw(<PageFrame data={null}><ErrorPage status={503} /></PageFrame>);
    expect(html).toContain("The service is not available just now");
    expect(html).not.toContain("Sign out");
  });

  test("warns before a session ends only when somebody is signed in", () => {
    expect(draw(<PageFrame data={frame}>x</PageFrame>)).toContain('data-warn-after="1500" data-ends-after="1800"');
    expect(draw(<PageFrame data={{ ...frame, person: null }}>x</PageFrame>)).not.toContain("<dialog");
  });
});

describe("an error page", () => {
  test("is the same word for word for what is absent and what is forbidden", () => {
    for (const status of [401, 403, 410]) {
      expect(draw(<ErrorPage status={status} />)).toBe(draw(<ErrorPage status={404} />));
      expect(errorTitle(status)).toBe(errorTitle(404));
    }
  });

  test("has its own words for each refusal, and plain ones for whatever else", () => {
    expect(new Set([404, 409, 413, 422, 429, 500, 503].map(errorTitle)).size).toBe(7);
    expect(shownStatus(418)).toBe(422);
    expect(shownStatus(502)).toBe(500);
  });

  test("gives the title its prefix only for a form that came back", () => {
    expect(pageStateOf(422).hasErrors).toBe(true);
    expect(pageStateOf(409).hasErrors).toBe(true);
    expect(pageStateOf(200).hasErrors).toBe(false);
  });
});

describe("a route's handle", () => {
  const access = { who: "everyone" } as const;
  const live: RouteHandle = { access, live: true, scripts: ["autosave"] };
  const named: RouteHandle = { access, title: (data: { name: string }) => `About ${data.name}`, scripts: ["autosave", "word-count"] };

  test("is read from the deepest match that has it", () => {
    expect(handleOf([{ handle: live }, { handle: named }, { handle: undefined }])).toBe(named);
    expect(handleOf([{ handle: { other: 1 } }])).toBeNull();
  });

  test("gives the title from the loader's data, and none for a page that threw", () => {
    expect(titleOf([{ handle: live }, { handle: named, data: { name: "Kent" } }])).toBe("About Kent");
    expect(titleOf([{ handle: named }])).toBeNull();
  });

  test("asks for each script once, and for the framework only when live", () => {
    expect(scriptsOf([{ handle: live }, { handle: named }])).toEqual(["autosave", "word-count"]);
    expect(isLive([{ handle: named }])).toBe(false);
    expect(isLive([{ handle: live }, { handle: named }])).toBe(true);
  });
});

describe("our own parts", () => {
  test("a meter says the number with its denominator", () => {
    expect(draw(<ui.Meter value={15} of={19} label="submitted" />)).toContain("<b>15</b> of 19 submitted");
    expect(draw(<ui.Meter value={0} of={0} label="submitted" />)).not.toContain("NaN");
  });

  test("a difference says in words what came and what went", () => {
    const html = draw(<ui.DiffView before="good early help" after="very good help" />);
    expect(html).toMatch(/<ins>.*\[added: .*very/);
    expect(html).toMatch(/<del>.*\[taken out: .*early/);
    expect(html).toContain("1 word added, 1 word taken out");
    expect(ui.diffSummary(ui.wordDiff("same", "same"))).toBe("Nothing has changed");
  });

  test("a difference loses no word of either version", () => {
    const before = "One two,\nthree four.";
    const after = "One three four five.\n\nSix";
    const parts = ui.wordDiff(before, after);
    expect(parts.filter((part) => part.kind !== "added").map((part) => part.text).join("")).toBe(before);
    expect(parts.filter((part) => part.kind !== "removed").map((part) => part.text).join("")).toBe(after);
  });

  test("a conflict posts my words, so that choosing loses nothing", () => {
    const html = draw(<ui.ConflictView question="Q" mine="Ours" theirs={{ text: "Theirs", by: "Bo", at: "2026-11-20T14:03:00Z" }} revision={7} cancelHref="/" />);
    expect(html).toContain('<input type="hidden" name="mine" value="Ours"/>');
    expect(html).toContain('<input type="hidden" name="revision" value="7"/>');
    for (const choice of ["mine", "theirs", "both"]) expect(html).toMatch(new RegExp(`name="resolution" type="radio"[^>]* value="${choice}"`));
    expect(html).toContain("Theirs\n\nOurs</textarea>");
  });

  test("a process diagram marks the present state by a word as well", () => {
    const layout: ui.DiagramLayout = { width: 10, height: 10, nodes: [{ id: "a", label: "Awaiting dates", x: 0, y: 0, width: 100, height: 40 }], edges: [] };
    const html = draw(<ui.ProcessDiagram layout={layout} current="a" title="How it moves" />);
    expect(html).toContain(">Now</text>");
    expect(html).toContain("Now: Awaiting dates.");
    expect(html).toContain('role="img"');
    expect(draw(<ui.ProcessDiagram layout={layout} title="How it moves" />)).not.toContain("Now");
  });

  test("a chase table names the row in each tick and says when a cell is empty", () => {
    const html = draw(<ui.ChaseTable caption="15 of 19" rowHeading="Authority" columns={[{ key: "a", heading: "Signed" }, { key: "b", heading: "Shared" }]} rows={[{ id: "1", name: "Kent", cells: { a: { label: "Late", kind: "late" } } }]} selectName="chosen" />);
    expect(html).toContain("Choose Kent");
    expect(html).toContain('data-heading="Shared"');
    expect(html).toContain('<span class="govuk-visually-hidden">nothing</span>');
  });

  test("a sorted table says how it is sorted, and an empty one why", () => {
    const columns: ui.Column<{ id: string }>[] = [{ key: "n", heading: "Name", cell: (row) => row.id, sort: { href: "?sort=n", now: "descending" } }];
    const html = draw(<ui.Table caption="People" columns={columns} rows={[]} rowKey={(row) => row.id} empty="Nobody yet." />);
    expect(html).toContain('aria-sort="descending"');
    expect(html).toContain("Nobody yet.");
  });

  test("a missing figure is said to be missing, not drawn as nothing", () => {
    const html = draw(<ui.BarTable caption="Rates" labelHeading="Where" valueHeading="Rate" bars={[{ label: "Kent", value: null, shown: "" }]} />);
    expect(html).toContain("not known");
    const line = draw(<ui.Sparkline caption="Rate" points={[{ label: "2024", value: 1, shown: "1" }, { label: "2025", value: null, shown: "" }]} />);
    expect(line).toContain("not known");
    expect(line).not.toContain("NaN");
  });

  test("every region of England has a map with its coast", () => {
    const regions = ["East Midlands", "East of England", "London", "North East", "North West", "South East", "South West", "West Midlands", "Yorkshire and The Humber"];
    for (const region of regions) {
      if (!hasMap(region)) throw new Error(`${region} has no map`);
      const html = draw(<RegionMap region={region} title={region} places={[{ name: "A", latitude: 52, longitude: -1, group: 7 }]} />);
      expect(html).toContain('class="app-map__land" d="M');
      expect(html, "groups beyond six begin again with the first colour").toContain("app-g1");
    }
    expect(hasMap("Wales")).toBe(false);
  });
});
