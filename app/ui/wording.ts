/** "Wiltshire’s", "Windsor and Maidenhead’s", "St Helens’". */
export function possessive(name: string): string {
  return name.endsWith("s") ? `${name}’` : `${name}’s`;
}

/** "Kent", "Kent and Medway", "Kent, Medway and Surrey". */
export function listed(names: readonly string[]): string {
  return joined(names, "and");
}

/** "Kent", "Kent or Medway", "Kent, Medway or Surrey". */
export function eitherOf(names: readonly string[]): string {
  return joined(names, "or");
}

function joined(names: readonly string[], last: string): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} ${last} ${names.at(-1) ?? ""}`;
}
