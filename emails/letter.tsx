import { createContext, useContext, type ReactNode } from "react";
import { Body, Button, Container, Head, Heading, Html, Link, Preview, Section, Text } from "react-email";

import { daysUntil, sayDay, sayMoment, timeLeft, type Deadline } from "./dates";
import type { Composed } from "./define-email";
import { sentence } from "./words";

const font = "'Atkinson Hyperlegible Next', Arial, Helvetica, sans-serif";
const ink = "#0f1f1c";
const quiet = "#4a5a56";
const brand = "#12473f";
const line = "#c9d5d1";
const rust = "#a33c0b";

const text = { fontFamily: font, fontSize: "17px", lineHeight: "1.5", color: ink, margin: "0 0 14px" };
const small = { ...text, fontSize: "15px", color: quiet, margin: "0 0 8px" };

/* Mail programs that know dark mode read these; the others keep the light colours set inline. */
const dark = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .c-page, .c-page > table > tbody > tr > td { background-color: #0d1715 !important; }
  .c-card { background-color: #15221f !important; border-color: #33443f !important; }
  .c-ink, .c-ink p, .c-ink li, .c-ink td, .c-ink th { color: #eef4f2 !important; }
  .c-quiet { color: #b6c4c0 !important; }
  .c-late { color: #ffb08a !important; }
  .c-link { color: #8fd6c6 !important; }
  .c-facts { background-color: #1c2d29 !important; border-color: #8fd6c6 !important; }
  .c-button { background-color: #8fd6c6 !important; color: #0d1715 !important; }
}
@media (max-width: 480px) {
  .c-card > tbody > tr > td { padding: 22px 18px 14px !important; }
  .c-edge > tbody > tr > td { padding-left: 18px !important; padding-right: 18px !important; }
  .c-button { display: block !important; text-align: center !important; }
}`;

const BaseUrl = createContext("");

/** A link to a page of Candour, from inside a message. The button stays the only button. */
export function PageLink({ path, children }: { readonly path: string; readonly children: ReactNode }) {
  return (
    <Link className="c-link" href={`${useContext(BaseUrl)}${path}`} style={{ color: "#0b5a4e", textDecoration: "underline" }}>
      {children}
    </Link>
  );
}

/** A paragraph of a letter. */
export function P({ children }: { readonly children: ReactNode }) {
  return <Text style={text}>{children}</Text>;
}

/** Three dots of the wordmark, as table cells: they need no picture and show in every mail program. */
function Mark() {
  const dot = (colour: string) => (
    <span style={{ display: "inline-block", width: "9px", height: "9px", borderRadius: "5px", backgroundColor: colour, fontSize: "1px", lineHeight: "9px" }}>&nbsp;</span>
  );
  return (
    <table role="presentation" aria-hidden="true" data-skip-in-text="true" cellPadding={0} cellSpacing={0} border={0} style={{ borderCollapse: "collapse" }}>
      <tbody>
        <tr>
          <td colSpan={2} align="center" style={{ lineHeight: "10px", paddingBottom: "1px" }}>
            {dot("#ffd27a")}
          </td>
        </tr>
        <tr>
          <td style={{ lineHeight: "10px", paddingRight: "2px" }}>{dot("#ffffff")}</td>
          <td style={{ lineHeight: "10px", paddingLeft: "2px" }}>{dot("#7fc9b5")}</td>
        </tr>
      </tbody>
    </table>
  );
}

function Wordmark() {
  return (
    <table role="presentation" cellPadding={0} cellSpacing={0} border={0}>
      <tbody>
        <tr>
          <td style={{ paddingRight: "10px", verticalAlign: "middle" }}>
            <Mark />
          </td>
          <td style={{ fontFamily: font, fontSize: "22px", fontWeight: 700, color: "#ffffff", verticalAlign: "middle" }}>Candour</td>
        </tr>
      </tbody>
    </table>
  );
}

function dayLabel(deadline: Deadline, late: boolean): string {
  if (typeof deadline === "object") return sentence(deadline.says);
  if (deadline === "settled") return "Due";
  return late ? "Was due" : "By when";
}

function Facts({ letter, deadline }: Pick<Composed, "letter" | "deadline">) {
  const { due, when, by } = letter;
  const late = due !== null && deadline === "awaited" && daysUntil(due, when) < 0;
  if (!due && !by) return null;
  return (
    <Section className="c-facts" style={{ backgroundColor: "#e8f1ee", borderLeft: `5px solid ${brand}`, padding: "12px 16px 4px", margin: "0 0 18px" }}>
      {due ? (
        <Text className={late ? "c-late" : "c-ink"} style={{ ...text, margin: "0 0 8px", color: late ? rust : ink }}>
          <strong>{dayLabel(deadline, late)}: </strong>
          {sayDay(due, when)}
          {deadline === "settled" || (!late && daysUntil(due, when) < 0) ? "" : `, ${timeLeft(due, when)}`}
        </Text>
      ) : null}
      {by ? (
        <Text className="c-ink" style={{ ...text, margin: "0 0 8px" }}>
          <strong>Who did it: </strong>
          {by}, on {sayMoment(when)}
        </Text>
      ) : null}
    </Section>
  );
}

/** The frame round every letter: one message, one button, what happens next, and why you got it. */
export function Frame({ composed, baseUrl }: { readonly composed: Composed; readonly baseUrl: string }) {
  const { letter, subject, preview, heading, body, button, next, deadline, why, byChoice } = composed;
  return (
    <Html lang="en-GB" dir="ltr">
      <Head>
        <title>{subject}</title>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style dangerouslySetInnerHTML={{ __html: dark }} />
      </Head>
      <Preview>{preview}</Preview>
      <Body className="c-page" lang="en-GB" style={{ backgroundColor: "#fbfaf7", margin: 0, padding: "0 0 24px" }}>
        <Container style={{ maxWidth: "600px", width: "100%" }}>
          <Section className="c-edge" style={{ backgroundColor: brand, padding: "14px 28px" }}>
            <Wordmark />
          </Section>
          <Section className="c-card" style={{ backgroundColor: "#ffffff", border: `1px solid ${line}`, borderTop: "none", padding: "28px 28px 18px" }}>
            <div className="c-ink" role="article" lang="en-GB">
              <Heading as="h1" className="c-ink" style={{ fontFamily: font, fontSize: "25px", lineHeight: "1.25", letterSpacing: "-0.01em", color: ink, margin: "0 0 16px" }}>
                {heading}
              </Heading>
              <P>Dear {letter.recipient.name},</P>
              <BaseUrl.Provider value={baseUrl}>{body}</BaseUrl.Provider>
              <Facts letter={letter} deadline={deadline} />
              <Section style={{ margin: "4px 0 20px" }}>
                <Button
                  className="c-button"
                  href={`${baseUrl}${button.path}`}
                  style={{ backgroundColor: "#0b5a4e", color: "#ffffff", fontFamily: font, fontSize: "18px", fontWeight: 700, borderRadius: "4px", padding: "12px 22px", textDecoration: "none" }}
                >
                  {button.label}
                </Button>
              </Section>
              {next ? (
                <>
                  <Heading as="h2" className="c-ink" style={{ fontFamily: font, fontSize: "18px", color: ink, margin: "0 0 4px" }}>
                    What happens next
                  </Heading>
                  <P>{next}</P>
                </>
              ) : null}
            </div>
          </Section>
          <Section className="c-edge" style={{ padding: "16px 28px 0" }}>
            <Text className="c-quiet" style={small}>
              {why} Candour never puts the content of a document into an email.
            </Text>
            {byChoice ? (
              <Text className="c-quiet" style={small}>
                <Link className="c-link" href={`${baseUrl}/account`} style={{ color: "#0b5a4e", textDecoration: "underline" }}>
                  Choose which emails you get
                </Link>
              </Text>
            ) : null}
          </Section>
        </Container>
      </Body>
    </Html>
  );
}
