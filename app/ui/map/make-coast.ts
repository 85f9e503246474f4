/**
 * Clips the coast of Great Britain to a frame around each English region and writes coast.json beside this file.
 * Run by hand when a frame changes: `npx tsx app/ui/map/make-coast.ts`. Source: Natural Earth 1:10m (public domain),
 * as packed in world-atlas.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";

type Corner = readonly [number, number];
type Frame = { readonly west: number; readonly south: number; readonly east: number; readonly north: number };

// Degrees around the positions of each region's authorities, with room for the coast beside them.
const frames: Readonly<Record<string, Frame>> = {
  "East Midlands": { west: -2.1, south: 51.95, east: 0.5, north: 53.65 },
  "East of England": { west: -0.9, south: 51.35, east: 1.95, north: 53.05 },
  London: { west: -0.58, south: 51.27, east: 0.36, north: 51.72 },
  "North East": { west: -2.7, south: 54.35, east: -0.6, north: 55.85 },
  "North West": { west: -3.75, south: 52.95, east: -1.75, north: 55.0 },
  "South East": { west: -2.0, south: 50.5, east: 1.5, north: 52.3 },
  "South West": { west: -6.6, south: 49.8, east: -1.3, north: 52.15 },
  "West Midlands": { west: -3.3, south: 51.8, east: -1.15, north: 53.3 },
  "Yorkshire and The Humber": { west: -2.6, south: 53.2, east: 0.3, north: 54.65 },
};

const width = 470;

/** One side of the frame after another: what is outside is cut off along it (Sutherland and Hodgman). */
function clip(ring: readonly Corner[], frame: Frame): readonly Corner[] {
  const sides: readonly { inside: (p: Corner) => boolean; cut: (a: Corner, b: Corner) => Corner }[] = [
    { inside: (p) => p[0] >= frame.west, cut: (a, b) => atX(a, b, frame.west) },
    { inside: (p) => p[0] <= frame.east, cut: (a, b) => atX(a, b, frame.east) },
    { inside: (p) => p[1] >= frame.south, cut: (a, b) => atY(a, b, frame.south) },
    { inside: (p) => p[1] <= frame.north, cut: (a, b) => atY(a, b, frame.north) },
  ];
  return sides.reduce<readonly Corner[]>((points, side) => points.flatMap((point, index) => {
    const before = points[(index + points.length - 1) % points.length] ?? point;
    if (side.inside(point)) return side.inside(before) ? [point] : [side.cut(before, point), point];
    return side.inside(before) ? [side.cut(before, point)] : [];
  }), ring);
}

function atX(a: Corner, b: Corner, x: number): Corner {
  return [x, a[1] + ((b[1] - a[1]) * (x - a[0])) / (b[0] - a[0])];
}

function atY(a: Corner, b: Corner, y: number): Corner {
  return [a[0] + ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]), y];
}

/** Flat enough for one region: degrees of longitude shrink by the cosine of the middle latitude. */
function heightOf(frame: Frame): number {
  return Math.round((width * (frame.north - frame.south)) / ((frame.east - frame.west) * Math.cos((((frame.north + frame.south) / 2) * Math.PI) / 180)));
}

function pathOf(ring: readonly Corner[], frame: Frame, height: number): string {
  const points = ring.map(([lon, lat]) => {
    const x = ((lon - frame.west) / (frame.east - frame.west)) * width;
    const y = ((frame.north - lat) / (frame.north - frame.south)) * height;
    return `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;
  });
  return `M${points.filter((point, index) => point !== points[index - 1]).join("L")}Z`;
}

const topology = JSON.parse(readFileSync(createRequire(import.meta.url).resolve("world-atlas/countries-10m.json"), "utf8")) as Topology<{ countries: GeometryCollection<{ name: string }> }>;
const lands = feature(topology, topology.objects.countries).features.filter((country) => ["United Kingdom", "France", "Isle of Man"].includes(country.properties.name));
const rings = lands.flatMap(({ geometry }) => {
  if (geometry.type === "Polygon") return geometry.coordinates;
  return geometry.type === "MultiPolygon" ? geometry.coordinates.flat() : [];
}).map((ring) => ring.map(([lon = 0, lat = 0]): Corner => [lon, lat]));

const regions = Object.fromEntries(Object.entries(frames).map(([name, frame]) => {
  const height = heightOf(frame);
  // A little more than is shown, so that the cut edges are not drawn as coast.
  const wider: Frame = { west: frame.west - 0.05, south: frame.south - 0.05, east: frame.east + 0.05, north: frame.north + 0.05 };
  const land = rings.map((ring) => clip(ring, wider)).filter((ring) => ring.length > 2).map((ring) => pathOf(ring, frame, height)).join("");
  return [name, { ...frame, width, height, land }];
}));

writeFileSync(new URL("./coast.json", import.meta.url), `${JSON.stringify(regions, null, 1)}\n`);
