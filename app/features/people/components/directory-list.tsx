import { Pill, SummaryList } from "~/ui";
import type { DirectoryEntry, PostShown } from "../queries.server";

/** Posts with their holders, place by place. */
export function DirectoryList({ entries }: { readonly entries: readonly DirectoryEntry[] }) {
  return (
    <>
      {entries.map((entry) => (
        <section key={entry.id} aria-labelledby={`place-${entry.id}`} className="govuk-!-margin-bottom-8">
          <h2 className="govuk-heading-m govuk-!-margin-bottom-1" id={`place-${entry.id}`}>
            {entry.authority ? <a className="govuk-link" href={`/directory/${entry.id}`}>{entry.name}</a> : `${entry.name}: the region’s own posts`}
          </h2>
          {entry.authority?.change ? <p className="govuk-body-s app-soft">{entry.authority.change}</p> : null}
          <PostList posts={entry.posts} />
        </section>
      ))}
    </>
  );
}

/** The posts of one place. */
export function PostList({ posts }: { readonly posts: readonly PostShown[] }) {
  return (
    <SummaryList
      rows={posts.map((post) => ({
        key: post.title,
        value: post.holders.length === 0 ? <Pill kind="warn">Vacant</Pill> : <Holders post={post} />,
        ...(post.id ? { actions: [{ label: "Open", href: `/posts/${post.id}`, about: post.title }] } : {}),
      }))}
    />
  );
}

function Holders({ post }: { readonly post: PostShown }) {
  return (
    <ul className="govuk-list govuk-!-margin-bottom-0">
      {post.holders.map((holder) => (
        <li key={holder.holdingId}>
          <a className="govuk-link" href={`/people/${holder.personId}`}>{holder.name}</a>{" "}
          <a className="govuk-link app-small" href={`mailto:${holder.email}`}>{holder.email}</a>
        </li>
      ))}
    </ul>
  );
}
