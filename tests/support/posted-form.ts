/** A form of a page, as a browser without script would post it. */
export interface PageForm {
  /** Where it posts to: its own address, or the page's. */
  readonly action: string;
  readonly fields: URLSearchParams;
  /** What may be ticked, ticked or not. */
  readonly ticks: readonly (readonly [name: string, value: string])[];
  /** The buttons that send it, as people read them. */
  readonly buttons: readonly { readonly words: string; readonly name: string | null; readonly value: string }[];
}

const unescape = (text: string) => text.replace(/&#x27;/g, "'").replace(/&quot;/g, '"').replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");

function attributes(tag: string): Readonly<Record<string, string>> {
  return Object.fromEntries([...tag.matchAll(/\s([\w-]+)(?:="([^"]*)")?/g)].map(([, name = "", value = ""]) => [name.toLowerCase(), unescape(value)]));
}

const wordsOf = (html: string) => unescape(html.replace(/<[^>]*>/g, "").replace(/\s+/g, " ").trim());

/** Every form of a page that posts, with what stands in it. `html` is as our own server writes it. */
export function formsOf(html: string, address: string): readonly PageForm[] {
  return [...html.matchAll(/<form\b([^>]*)>([^]*?)<\/form>/g)].flatMap(([, head = "", body = ""]) => {
    const { method = "get", action } = attributes(head);
    if (method.toLowerCase() !== "post") return [];
    return [{ action: action || address, fields: fieldsOf(body), ticks: ticksOf(body), buttons: buttonsOf(body) }];
  });
}

function fieldsOf(body: string): URLSearchParams {
  const fields = new URLSearchParams();
  for (const [tag, name] of body.matchAll(/<(input|textarea|select)\b[^>]*>/g)) {
    const own = attributes(tag);
    if (!own["name"] || "disabled" in own) continue;
    if (name === "textarea") fields.append(own["name"], unescape(new RegExp(`${escaped(tag)}\\n?([^]*?)</textarea>`).exec(body)?.[1] ?? ""));
    else if (name === "select") fields.append(own["name"], chosenOf(new RegExp(`${escaped(tag)}([^]*?)</select>`).exec(body)?.[1] ?? ""));
    else if (!["checkbox", "radio", "file", "submit"].includes(own["type"] ?? "text") || "checked" in own) fields.append(own["name"], own["value"] ?? "");
    else if (own["type"] === "radio" && !fields.has(own["name"]) && !checkedIn(body, own["name"])) fields.append(own["name"], own["value"] ?? "");
  }
  return fields;
}

/** The chosen option, or the first that is not blank: a test has to choose something. */
function chosenOf(options: string): string {
  const all = [...options.matchAll(/<option\b[^>]*>/g)].map(([tag]) => attributes(tag));
  return (all.find((one) => "selected" in one && one["value"] !== "") ?? all.find((one) => one["value"] !== ""))?.["value"] ?? "";
}

function ticksOf(body: string): PageForm["ticks"] {
  return [...body.matchAll(/<input\b[^>]*>/g)].map(([tag]) => attributes(tag)).flatMap((one) => (one["type"] === "checkbox" ? [[one["name"] ?? "", one["value"] ?? "on"] as const] : []));
}

function checkedIn(body: string, name: string): boolean {
  return [...body.matchAll(/<input\b[^>]*>/g)].map(([tag]) => attributes(tag)).some((one) => one["name"] === name && "checked" in one);
}

function buttonsOf(body: string): PageForm["buttons"] {
  return [...body.matchAll(/<button\b([^>]*)>([^]*?)<\/button>/g)].flatMap(([, head = "", inside = ""]) => {
    const own = attributes(` ${head}`);
    return own["type"] === "button" ? [] : [{ words: wordsOf(inside), name: own["name"] ?? null, value: own["value"] ?? "" }];
  });
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
