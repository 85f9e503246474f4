import ELK, { type ElkExtendedEdge, type ElkNode } from "elkjs/lib/elk.bundled.js";
import type { AnyStateMachine } from "xstate";

import { duesOf, initialOf, isFinal, metaOf, roleInWords, rowsOf, statesOf, takersInWords, versionOf } from "~machines/machine";
import type { ProcessWords } from "~/features/process-words";
import type { DiagramLayout } from "~/ui/own/process-diagram";

/** An arrow of the picture: every way from one state to another in one, with what it is called. */
interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly label: string;
}

/** From this many states on, the same step to the same end is drawn once: twenty equal arrows hide the rest. */
const common = 4;

/** The arrows of a process: steps that stay where they are have none, and a step open in many states has one. */
export function arrowsOf(machine: AnyStateMachine, words: ProcessWords): readonly Arrow[] {
  const rows = rowsOf(machine).filter((row) => row.state !== row.to);
  const times = new Map<string, number>();
  for (const row of rows) times.set(`${row.event} ${row.to}`, (times.get(`${row.event} ${row.to}`) ?? 0) + 1);
  const drawn = new Set<string>();
  const arrows = new Map<string, { from: string; to: string; labels: string[] }>();
  for (const row of rows) {
    const step = `${row.event} ${row.to}`;
    const count = times.get(step) ?? 1;
    if (count >= common && drawn.has(step)) continue;
    drawn.add(step);
    const key = `${row.state} ${row.to}`;
    const arrow = arrows.get(key) ?? { from: row.state, to: row.to, labels: [] };
    arrow.labels.push(count >= common ? `${words.happened(row.event)} (from ${count} states)` : words.happened(row.event));
    arrows.set(key, arrow);
  }
  return [...arrows.values()].map(({ from, to, labels }) => ({ from, to, label: labels.length > 2 ? `${labels[0]} and ${labels.length - 1} other ways` : labels.join(" or ") }));
}

const node = { width: 168, height: 48 };
const letter = 6.2;

/** Where everything goes in the picture. The same table gives the same picture. */
export async function layoutOf(machine: AnyStateMachine, words: ProcessWords): Promise<DiagramLayout> {
  const wanted: ElkNode = {
    id: machine.id,
    layoutOptions: {
      "elk.algorithm": "layered",
      "elk.direction": "DOWN",
      "elk.edgeRouting": "ORTHOGONAL",
      "elk.edgeLabels.inline": "true",
      "elk.layered.spacing.nodeNodeBetweenLayers": "28",
      "elk.spacing.nodeNode": "36",
      "elk.spacing.edgeLabel": "2",
      "elk.layered.considerModelOrder.strategy": "NODES_AND_EDGES",
      // States in the order they are written, the first at the top: what leads back is drawn as leading back.
      "elk.layered.cycleBreaking.strategy": "MODEL_ORDER",
      "elk.layered.nodePlacement.strategy": "NETWORK_SIMPLEX",
      "elk.randomSeed": "1",
    },
    children: statesOf(machine).map((id) => ({ id, ...node })),
    edges: arrowsOf(machine, words).map(({ from, to, label }, index) => ({
      id: `e${index}`, sources: [from], targets: [to], labels: [{ text: label, width: Math.ceil(label.length * letter), height: 16 }],
    })),
  };
  const graph: ElkNode = await new ELK().layout(wanted);
  return {
    width: Math.ceil(graph.width ?? 0),
    height: Math.ceil(graph.height ?? 0),
    nodes: (graph.children ?? []).map((child) => ({
      id: child.id, label: words.label(child.id), x: round(child.x), y: round(child.y), ...node, ...(isFinal(machine, child.id) ? { final: true } : {}),
    })),
    edges: (graph.edges ?? []).map((edge) => ({
      from: edge.sources[0] ?? "", to: edge.targets[0] ?? "", label: edge.labels?.[0]?.text ?? "", points: pointsOf(edge), ...labelPlace(edge),
    })),
  };
}

function pointsOf(edge: ElkExtendedEdge): DiagramLayout["edges"][number]["points"] {
  return (edge.sections ?? []).flatMap((section) => [section.startPoint, ...(section.bendPoints ?? []), section.endPoint]).map(({ x, y }) => ({ x: round(x), y: round(y) }));
}

/** The middle of the room that the layout kept free for an arrow's words. */
function labelPlace(edge: ElkExtendedEdge): { labelAt?: { x: number; y: number } } {
  const label = edge.labels?.[0];
  if (label?.x === undefined || label.y === undefined) return {};
  return { labelAt: { x: round(label.x + (label.width ?? 0) / 2), y: round(label.y + (label.height ?? 0) / 2) } };
}

function round(value: number | undefined): number {
  return Math.round((value ?? 0) * 10) / 10;
}

/** Working days from the due date, in words: "2 before", "on the day", "3 after". */
function remindWords(day: number): string {
  return day === 0 ? "on the day" : `${Math.abs(day)} ${day < 0 ? "before" : "after"}`;
}

/** The process as a page of words: a diagram for whoever reads pictures, and a table that says everything. */
export function pageOf(machine: AnyStateMachine, words: ProcessWords): string {
  const meta = metaOf(machine);
  const lines = [
    `# ${meta.title}`, "",
    `${meta.about}`, "",
    `Generated from \`machines/${machine.id}.ts\`, version ${versionOf(machine)}, by \`npm run processes\`. Change the table, not this page.`, "",
    "```mermaid", "stateDiagram-v2", `  [*] --> ${initialOf(machine)}`,
    ...statesOf(machine).map((state) => `  ${state}: ${words.label(state)}`),
    ...arrowsOf(machine, words).map(({ from, to, label }) => `  ${from} --> ${to}: ${label}`),
    ...statesOf(machine).filter((state) => isFinal(machine, state)).map((state) => `  ${state} --> [*]`),
    "```", "",
    "## Steps", "",
    "| In | What happens | Who may | Only when | Then | Told by email |", "|---|---|---|---|---|---|",
    ...rowsOf(machine).map((row) => `| ${[
      words.label(row.state),
      `${words.happened(row.event)} (\`${row.event}\`)`,
      takersInWords(machine, row),
      row.guards.map((guard) => words.conditions[guard] ?? guard).join("; ") || "",
      row.state === row.to ? "stays" : words.label(row.to),
      Object.entries(row.tells).map(([role, email]) => `${roleInWords(machine, role)}: \`${email}\``).join("; "),
    ].join(" | ")} |`),
    "", "## By when", "",
    "Working days of England; due means 23:59 in London.", "",
    "| In | What is due | When | Reminders, in working days | When it passes |", "|---|---|---|---|---|",
    ...statesOf(machine).flatMap((state) =>
      duesOf(machine, state).map((due) => `| ${[
        words.label(state),
        due.name,
        "fact" in due.on ? `the date \`${due.on.fact}\`` : `${due.on.workingDays} working days after`,
        due.remind.map(({ day, tells }) => `${remindWords(day)}: ${Object.keys(tells).map((role) => roleInWords(machine, role)).join(", ")}`).join("; ") || "none",
        due.fires ? `${words.happened(due.fires)} (\`${due.fires}\`)` : "",
      ].join(" | ")} |`)),
    "", "## Who is who", "",
    ...Object.entries(meta.roles).map(([role, say]) => `- **${role}**: ${say}`),
  ];
  return `${lines.join("\n")}\n`;
}
