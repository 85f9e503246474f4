import { readFileSync } from "node:fs";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import type { ServerBuild } from "@remix-run/node";
import { createApp } from "~/platform/http/server.server";
import { cookieOf } from "~tests/session/world";
import { ensureBuild } from "../../commands/prepare.mjs";
import { seedSmall } from "../../prisma/seed/small";
import { barePage } from "./bare-page";
import { each, median, spread } from "./measure";

const times = 220;

/**
 * What a page costs: its time against the least page of the same framework, in turns in one run, and
 * what the browser loads first. Aims: under 2 times a bare page; script and styles together under 30 KB
 * gzipped on plain pages, script under 120 KB on pages with live parts (the framework alone is 85 KB).
 */
export async function run(): Promise<void> {
  ensureBuild();
  const build = (await import(pathToFileURL(path.resolve("build/server/index.js")).href)) as ServerBuild;
  const { southEast } = await seedSmall();
  const dcs = await cookieOf(southEast.person("dcs", "kent").id);
  const delegate = await cookieOf(southEast.person("dcs-delegate", "kent").id);
  const coordinator = await cookieOf(southEast.person("sli-coordinator").id);
  const record = `/self-assessments/${southEast.selfAssessmentId("kent")}`;
  const pages = [
    { name: "your tasks, director", address: "/tasks", cookie: dcs },
    { name: "your tasks, coordinator", address: "/tasks", cookie: coordinator },
    { name: "round", address: `/rounds/${southEast.cycleId}`, cookie: coordinator },
    { name: "chase board, 4 rows", address: `/rounds/${southEast.cycleId}/chase`, cookie: coordinator },
    { name: "self-assessment", address: record, cookie: dcs },
    { name: "chapter (live)", address: `${record}/chapters/practice`, cookie: delegate },
  ];

  const [ours, bare] = await Promise.all([listening(createApp({ build, isStopping: () => false })), listening(barePage(build))]);
  await each(40, () => loaded(`${bare.url}/`, ""));
  for (const { address, cookie } of pages) await each(40, () => loaded(`${ours.url}${address}`, cookie));
  console.log(`time of a page over HTTP, median of ${Math.round(times * 0.9)}:`);
  for (const { name, address, cookie } of pages) {
    const least = await each(times, () => loaded(`${bare.url}/`, ""));
    const page = await each(times, () => loaded(`${ours.url}${address}`, cookie));
    console.log(`  ${name.padEnd(24)} ${spread(page).padEnd(30)} bare ${spread(least).padEnd(30)} ratio ${(median(page) / median(least)).toFixed(2)} (aim under 2)`);
  }

  console.log("first load, gzipped (fonts and pictures left out):");
  for (const { name, address, cookie } of pages) {
    const { script, styles, html } = weigh(await loaded(`${ours.url}${address}`, cookie));
    const aim = name.includes("live") ? "script under 120" : "script and styles under 30";
    console.log(`  ${name.padEnd(24)} script ${kilobytes(script)}  styles ${kilobytes(styles)}  page ${kilobytes(html)}  (aim: ${aim} KB)`);
  }
  ours.server.close();
  bare.server.close();
}

async function listening(app: { listen(port: number, host: string, done: () => void): Server }): Promise<{ server: Server; url: string }> {
  const server = await new Promise<Server>((resolve) => {
    const starting = app.listen(0, "127.0.0.1", () => resolve(starting));
  });
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

async function loaded(address: string, cookie: string): Promise<string> {
  const response = await fetch(address, { headers: { cookie }, redirect: "manual" });
  const body = await response.text();
  if (response.status !== 200) throw new Error(`${address} answered ${response.status}`);
  return body;
}

/** What the page names as its script (with all that it asks to be loaded at once) and its styles, each once. */
function weigh(html: string): { script: number; styles: number; html: number } {
  const named = (pattern: RegExp) => [...new Set([...html.matchAll(pattern)].map((match) => match[1] ?? ""))].filter((file) => file.startsWith("/assets/"));
  const weight = (files: readonly string[]) => files.reduce((sum, file) => sum + gzipSync(readFileSync(path.join("build/client", file))).length, 0);
  return {
    script: weight(named(/(?:src|href)="([^"]+\.js)"/g)),
    styles: weight(named(/href="([^"]+\.css)"/g)),
    html: gzipSync(html).length,
  };
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} KB`.padStart(9);
}
