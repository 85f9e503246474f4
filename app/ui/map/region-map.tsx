import { useId, type ReactNode } from "react";
import { classNames } from "../class-names";
import coast from "./coast.json";

/** Where something is, and the group it is in, counted from 1. */
export type Place = {
  readonly name: string;
  /** Degrees, WGS 84. */
  readonly latitude: number;
  readonly longitude: number;
  readonly group?: number | undefined;
};

/** The regions that have a coast to draw. */
export type MappedRegion = keyof typeof coast;

type Spot = { readonly x: number; readonly y: number };

/** True when a region has a map. */
export function hasMap(region: string): region is MappedRegion {
  return Object.hasOwn(coast, region);
}

/**
 * Places of a region over its coast. Members of a group share a number, a colour and a shape around them; the list
 * under the map says the same in words.
 */
export function RegionMap({ region, places, title, groupName = "Group", children }: {
  readonly region: MappedRegion;
  readonly places: readonly Place[];
  readonly title: string;
  readonly groupName?: string | undefined;
  readonly children?: ReactNode;
}) {
  const id = `map${useId().replace(/:/g, "")}`;
  const frame = coast[region];
  const spotOf = (place: Place): Spot => ({
    x: round(((place.longitude - frame.west) / (frame.east - frame.west)) * frame.width),
    y: round(((frame.north - place.latitude) / (frame.north - frame.south)) * frame.height),
  });
  const groups = groupsOf(places);
  return (
    <figure className="app-figure">
      <svg className="app-map" viewBox={`0 0 ${frame.width} ${frame.height}`} role="img" aria-labelledby={id}>
        <title id={id}>{title}</title>
        <path className="app-map__land" d={frame.land} />
        {groups.map(({ group, members }) => <path key={group} className={classNames("app-map__group", colourOf(group))} d={around(members.map(spotOf))} />)}
        {places.map((place) => {
          const { x, y } = spotOf(place);
          return (
            <g key={place.name} className={colourOf(place.group)}>
              <title>{place.group === undefined ? place.name : `${place.name}, ${groupName} ${place.group}`}</title>
              <circle className={classNames("app-map__dot", place.group === undefined && "app-map__dot--plain")} cx={x} cy={y} r={place.group === undefined ? 5 : 8.5} />
              {place.group === undefined ? null : <text className="app-map__mark" x={x} y={y}>{place.group}</text>}
            </g>
          );
        })}
      </svg>
      <figcaption className="app-small">
        {children}
        <details className="govuk-details">
          <summary className="govuk-details__summary"><span className="govuk-details__summary-text">The map in words</span></summary>
          <div className="govuk-details__text">
            {groups.length === 0 ? <p>{places.map((place) => place.name).join(", ")}</p> : (
              <ul className="govuk-list">{groups.map(({ group, members }) => <li key={group}><b>{groupName} {group}</b>: {members.map((place) => place.name).join(", ")}</li>)}</ul>
            )}
          </div>
        </details>
      </figcaption>
    </figure>
  );
}

/** The class that carries a group's colour: six in a fixed order, then from the first again (the number still tells them apart). */
export function colourOf(group: number | undefined): string | undefined {
  return group === undefined ? undefined : `app-g${((group - 1) % 6) + 1}`;
}

function groupsOf(places: readonly Place[]): readonly { readonly group: number; readonly members: readonly Place[] }[] {
  const numbers = [...new Set(places.flatMap((place) => (place.group === undefined ? [] : [place.group])))].sort((a, b) => a - b);
  return numbers.map((group) => ({ group, members: places.filter((place) => place.group === group) }));
}

/** The shape around some spots: their corners in order around the middle, so that the line never crosses itself. */
function around(spots: readonly Spot[]): string {
  const middle = { x: mean(spots.map((spot) => spot.x)), y: mean(spots.map((spot) => spot.y)) };
  const turned = [...spots].sort((a, b) => Math.atan2(a.y - middle.y, a.x - middle.x) - Math.atan2(b.y - middle.y, b.x - middle.x));
  return turned.length === 0 ? "" : `M${turned.map((spot) => `${spot.x} ${spot.y}`).join("L")}Z`;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
