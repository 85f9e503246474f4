import { describe, expect, test } from "vitest";

import { letterView } from "~/features/mailbox/letter-view";
import { emails, type EmailName } from "~emails/index";
import { renderEmail } from "~emails/render";

describe("a letter in a frame", () => {
  test("keeps every style, as a class of its stylesheet", () => {
    const { html, css } = letterView('<html><head></head><body><p class="a" style="color:red">x</p><p style="color:red">y</p><p style="font-family:&#x27;A&#x27;">z</p></body></html>', "/s.css");
    expect(html).toBe('<html><head><link rel="stylesheet" href="/s.css"></head><body><p class="s0 a">x</p><p class="s0">y</p><p class="s1">z</p></body></html>');
    expect(css).toBe(".s0{color:red}\n.s1{font-family:'A'}");
  });

  test("opens its links in the whole window", () => {
    expect(letterView('<a href="https://candour.example.org/x" style="color:red" target="_blank">x</a>', "/s.css").html).toBe('<a class="s0" href="https://candour.example.org/x" target="_top">x</a>');
  });

  test.each(Object.keys(emails) as EmailName[])("has no inline style left: %s", async (name) => {
    const { html: letter } = renderEmail(name, emails[name].example, { baseUrl: "https://candour.example.org" });
    const { html, css } = letterView(letter, "/mailbox/1/style.css");
    expect(html).not.toMatch(/\sstyle=|<style|<script|<!--\[/i);
    expect(html).toContain('<link rel="stylesheet" href="/mailbox/1/style.css">');
    for (const link of html.match(/<a\b[^>]*>/g) ?? []) expect(link.match(/\starget="[^"]*"/g)).toEqual([' target="_top"']);
    expect(css).toContain("@media (prefers-color-scheme: dark)");
    const classes = new Set([...html.matchAll(/class="([^"]*)"/g)].flatMap((match) => (match[1] ?? "").split(" ")).filter((one) => /^s\d+$/.test(one)));
    for (const one of classes) expect(css).toContain(`.${one}{`);
  });
});
