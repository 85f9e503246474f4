import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { renderToStaticMarkup } from "react-dom/server";
import { compile } from "sass";
import { build } from "vite";
import { pages } from "./gallery";

const require = createRequire(import.meta.url);
const root = path.resolve(import.meta.dirname, "../../..");

/** The stylesheet as the browser gets it, with its fonts inside so that one file is the whole picture. */
export async function stylesheet(): Promise<string> {
  const { css } = compile(path.join(root, "app/styles/app.scss"), { loadPaths: [path.join(root, "node_modules")], style: "compressed", quietDeps: true });
  const fonts = [...new Set(css.match(/@fontsource-variable[^"')]+/g) ?? [])];
  let whole = css;
  for (const font of fonts) {
    const bytes = await readFile(require.resolve(font));
    whole = whole.replaceAll(font, `data:font/woff2;base64,${bytes.toString("base64")}`);
  }
  return whole;
}

/** A small browser script as it is sent: compiled, bundled and made small. */
export async function script(name: string): Promise<string> {
  const result = await build({
    configFile: false, root, logLevel: "error",
    build: { write: false, lib: { entry: path.join(root, `app/ui/enhance/${name}.ts`), formats: ["iife"], name: "enhance", fileName: name } },
  });
  const [bundle] = Array.isArray(result) ? result : [result];
  if (!bundle || !("output" in bundle)) throw new Error(`${name} did not build`);
  return bundle.output[0].code;
}

/** One page of the gallery as a document. */
export function documentOf(name: string, css: string): string {
  const body = renderToStaticMarkup(<>{pages[name]}</>);
  return `<!doctype html><html lang="en" class="govuk-template"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${name}</title><style>${css}</style></head><body class="govuk-template__body" data-person="k1">${body}</body></html>`;
}

/** Writes every page of the gallery into a folder. */
export async function writeGallery(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const css = await stylesheet();
  for (const name of Object.keys(pages)) await writeFile(path.join(folder, `${name}.html`), documentOf(name, css));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await writeGallery(process.argv[2] ?? path.join(root, "tests/screenshots/gallery"));
}
