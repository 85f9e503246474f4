import { useId } from "react";
import { classNames } from "../class-names";

export type DiagramPoint = { readonly x: number; readonly y: number };

/** A laid-out picture of a process, made when the processes are drawn. Coordinates are in pixels from the top left. */
export type DiagramLayout = {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly {
    readonly id: string;
    readonly label: string;
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
    readonly final?: boolean | undefined;
  }[];
  readonly edges: readonly {
    readonly from: string;
    readonly to: string;
    readonly label: string;
    readonly points: readonly DiagramPoint[];
    /** The middle of the place kept for the label; without it the label stands on the line's longest stretch. */
    readonly labelAt?: DiagramPoint | undefined;
  }[];
};

/**
 * A process as boxes and arrows. The present state is marked by a heavy border, a mark and the word "Now", never
 * by colour alone. The same facts belong in a table beside it: the picture is one way of reading them.
 */
export function ProcessDiagram({ layout, current, title, description }: {
  readonly layout: DiagramLayout;
  readonly current?: string | undefined;
  readonly title: string;
  readonly description?: string | undefined;
}) {
  const id = `diagram${useId().replace(/:/g, "")}`;
  const now = layout.nodes.find((node) => node.id === current);
  const words = description ?? `${layout.nodes.length} states and ${layout.edges.length} steps.`;
  return (
    <div className="app-scroll app-diagram" role="region" aria-label={title} tabIndex={0}>
      <svg viewBox={`-20 -20 ${layout.width + 40} ${layout.height + 40}`} width={layout.width + 40} height={layout.height + 40} role="img" aria-labelledby={`${id}-t ${id}-d`}>
        <title id={`${id}-t`}>{title}</title>
        <desc id={`${id}-d`}>{words}{now ? ` Now: ${now.label}.` : ""} The table of steps says the same in words.</desc>
        <defs>
          <marker id={`${id}-a`} viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto-start-reverse">
            <path d="M0 0L10 5L0 10z" className="app-diagram__tip" />
          </marker>
        </defs>
        {layout.edges.map((edge, index) => <path key={index} className="app-diagram__edge" d={pathOf(edge.points)} markerEnd={`url(#${id}-a)`} />)}
        {layout.nodes.map((node) => <Node key={node.id} node={node} now={node.id === current} />)}
        {layout.edges.map((edge, index) => {
          const middle = edge.labelAt ?? middleOf(edge.points);
          return middle ? <text key={index} className="app-diagram__label" x={middle.x} y={middle.y + (edge.labelAt ? 4 : -4)} textAnchor="middle">{edge.label}</text> : null;
        })}
      </svg>
    </div>
  );
}

function Node({ node, now }: { readonly node: DiagramLayout["nodes"][number]; readonly now: boolean }) {
  const lines = wrap(node.label, Math.max(6, Math.floor((node.width - 14) / (now ? 7.4 : 7))));
  const middle = node.x + node.width / 2;
  const top = node.y + node.height / 2 - ((lines.length - 1) * 16) / 2 + 5;
  return (
    <g className={classNames("app-diagram__node", now && "app-diagram__node--now", node.final && "app-diagram__node--final")}>
      <rect x={node.x} y={node.y} width={node.width} height={node.height} rx={node.final ? node.height / 2 : 6} />
      {node.final ? <rect className="app-diagram__inner" x={node.x + 4} y={node.y + 4} width={node.width - 8} height={node.height - 8} rx={node.height / 2 - 4} /> : null}
      {lines.map((line, index) => <text key={index} x={middle} y={top + index * 16} textAnchor="middle">{line}</text>)}
      {now ? (
        <g>
          <rect className="app-diagram__flag" x={node.x - 18} y={node.y - 16} width="52" height="22" rx="11" />
          <text className="app-diagram__flag-text" x={node.x + 8} y={node.y} textAnchor="middle">Now</text>
        </g>
      ) : null}
    </g>
  );
}

function pathOf(points: readonly DiagramPoint[]): string {
  return points.map((point, index) => `${index === 0 ? "M" : "L"}${round(point.x)} ${round(point.y)}`).join("");
}

/** The middle of a line's longest stretch, where its label is read best. */
function middleOf(points: readonly DiagramPoint[]): DiagramPoint | null {
  let best: { readonly length: number; readonly at: DiagramPoint } | null = null;
  for (const [index, to] of points.entries()) {
    const from = points[index - 1];
    if (!from) continue;
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    if (!best || length > best.length) best = { length, at: { x: round((from.x + to.x) / 2), y: round((from.y + to.y) / 2) } };
  }
  return best?.at ?? null;
}

function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
