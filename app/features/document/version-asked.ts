/** The version an address asks for, or undefined for the newest one the reader may see. */
export function versionAsked(request: Request, name = "version"): number | undefined {
  const text = new URL(request.url).searchParams.get(name);
  return text !== null && /^[1-9]\d{0,4}$/.test(text) ? Number(text) : undefined;
}
