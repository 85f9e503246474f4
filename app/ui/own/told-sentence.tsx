import { listed } from "../wording";

/** "Told by email, where the post is filled: the director and the coordinator." */
export function ToldSentence({ tells }: { readonly tells: readonly string[] }) {
  if (tells.length === 0) return null;
  // The processes explain a role in brackets ("(signs)"); among names of roles that only gets in the way.
  const roles = [...new Set(tells.map((role) => role.replace(/ \([^)]*\)/, "")))];
  return <p className="govuk-body">Told by email, where the post is filled: {listed(roles)}.</p>;
}
