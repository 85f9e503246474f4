import { classNames } from "~/ui/class-names";
import { colourOf } from "~/ui/map/region-map";

import type { GroupShown } from "../queries.server";

const sizeWords: Readonly<Record<number, string>> = { 1: "one member", 2: "two members", 4: "four members" };

/**
 * The groups as cards in their colours. Beside every authority is a plain link that moves it; dragging
 * (the script "board") is only quicker. `boardHref` left out: to read, nothing to change.
 */
export function GroupCards({ groups, boardHref, revision, fours }: {
  readonly groups: readonly GroupShown[];
  readonly boardHref?: string | undefined;
  readonly revision?: number | undefined;
  /** Why some groups have four: the number of authorities. */
  readonly fours?: string | undefined;
}) {
  return (
    <div className="app-groups" data-board={boardHref === undefined ? undefined : ""}>
      {groups.map((group) => {
        const { number, members, pinned, kilometres, why, warnings } = group;
        const size = sizeWords[members.length] ?? (members.length > 4 ? `${members.length} members` : null);
        return (
          <section key={number} id={`group-${number}`} className={classNames("app-group", colourOf(number), pinned && boardHref !== undefined && "app-group--kept", warnings.length > 0 && "app-group--warned")} data-group={number} aria-labelledby={`group-${number}-name`}>
            <header className="app-group__head">
              <h3 className="app-group__name" id={`group-${number}-name`}>Group {number}</h3>
              <span className="app-group__facts">{[size, kilometres === null ? null : `${kilometres} km apart`].filter(Boolean).join(", ")}</span>
            </header>
            <ul className="app-group__members" role="list">
              {members.map((member) => (
                <li key={member.id} className="app-group__member" data-authority={pinned ? undefined : member.id}>
                  <span className="app-group__who">{member.name}</span>
                  {boardHref === undefined || pinned ? null : <a className="govuk-link app-group__move" href={`${boardHref}/move?authority=${member.id}`}>Move<span className="govuk-visually-hidden"> or swap {member.name}</span></a>}
                </li>
              ))}
            </ul>
            {warnings.length > 0 ? <ul className="app-group__warnings" role="list">{warnings.map((warning) => <li key={warning}><span className="govuk-visually-hidden">Warning: </span>{warning}</li>)}</ul> : null}
            <p className="app-group__why">{members.length === 4 && fours ? `${fours} ` : null}{why}</p>
            {boardHref === undefined ? null : (
              <form method="post" action={`${boardHref}?index`} className="app-group__keep">
                <input type="hidden" name="revision" value={revision} />
                <input type="hidden" name="group" value={number} />
                {pinned ? <span className="app-pill app-pill--quiet">Kept</span> : null}
                <button className="app-link-button" name="intent" value={pinned ? "release" : "keep"}>{pinned ? "Stop keeping" : "Keep"}<span className="govuk-visually-hidden"> group {number} when searching again</span></button>
              </form>
            )}
          </section>
        );
      })}
    </div>
  );
}
