import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";
import { parseArgs } from "node:util";

import { emails, type EmailName } from "~emails/index";
import { renderEmail, type Rendered } from "~emails/render";

/*
 * Writes every email's example to build/emails, with a page that lists them.
 * `npm run emails -- --serve 4000` also serves them.
 */

const folder = path.resolve("build/emails");
const escape = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const fileOf = (name: string): string => name.replace("/", "--");

async function writePreviews(): Promise<void> {
  await mkdir(folder, { recursive: true });
  const rows: string[] = [];
  for (const name of Object.keys(emails) as EmailName[]) {
    const letter = renderEmail(name, emails[name].example, { baseUrl: "https://candour.example.org" });
    const file = fileOf(name);
    await writeFile(path.join(folder, `${file}.html`), letter.html);
    await writeFile(path.join(folder, `${file}.txt`), letter.text);
    if (letter.calendar) await writeFile(path.join(folder, `${file}.ics`), letter.calendar);
    rows.push(row(name, letter));
  }
  await writeFile(path.join(folder, "index.html"), page(rows));
}

function row(name: string, letter: Rendered): string {
  const file = fileOf(name);
  const calendar = letter.calendar ? ` · <a href="${file}.ics">calendar</a>` : "";
  return `<tr><td>${escape(name)}</td><td><a href="${file}.html">${escape(letter.subject)}</a></td><td><a href="${file}.txt">plain text</a>${calendar}</td></tr>`;
}

function page(rows: readonly string[]): string {
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Candour's emails</title>
<style>body{font:18px/1.5 Arial,sans-serif;max-width:1100px;margin:32px auto;padding:0 16px;color:#0f1f1c}td,th{padding:7px 16px 7px 0;text-align:left;border-bottom:1px solid #c9d5d1;vertical-align:top}a{color:#0b5a4e}</style>
</head>
<body>
<h1>${rows.length} emails, from their examples</h1>
<table>
<thead><tr><th scope="col">Name</th><th scope="col">Subject</th><th scope="col">Also as</th></tr></thead>
<tbody>${rows.join("\n")}</tbody>
</table>
</body>
</html>
`;
}

const types: Readonly<Record<string, string>> = { ".html": "text/html", ".txt": "text/plain", ".ics": "text/calendar" };

/** Serves the written files on this machine only, until stopped. */
function serve(port: number): void {
  const server = createServer((request, response) => {
    const wanted = path.basename(new URL(request.url ?? "/", "http://localhost").pathname) || "index.html";
    const type = types[path.extname(wanted)];
    readFile(path.join(folder, wanted)).then(
      (content) => response.writeHead(200, { "content-type": `${type ?? "text/plain"}; charset=utf-8` }).end(content),
      () => response.writeHead(404, { "content-type": "text/plain; charset=utf-8" }).end("There is no such email."),
    );
  });
  server.on("error", (error) => {
    process.stderr.write(`The emails cannot be served on port ${port}: ${error.message}.\n`);
    process.exitCode = 1;
  });
  server.listen(port, "127.0.0.1", () => process.stdout.write(`Served at http://localhost:${port}\n`));
}

const { values } = parseArgs({ options: { serve: { type: "string" } } });
const port = values.serve === undefined ? null : Number(values.serve);
if (port !== null && (!Number.isInteger(port) || port < 1 || port > 65_535)) {
  process.stderr.write("Give --serve a port from 1 to 65535, such as --serve 4000.\n");
  process.exitCode = 1;
} else {
  await writePreviews();
  process.stdout.write(`${Object.keys(emails).length} emails written: ${path.join(folder, "index.html")}\n`);
  if (port !== null) serve(port);
}
