/**
 * Keeps one value per process under a name.
 *
 * The Remix bundle and the processes in commands/ each load their own copy of a
 * module, and in development a module is loaded again after each change. What must
 * exist once (the database pool, the metrics registry, the clock) is therefore kept
 * on globalThis.
 *
 * @param name unique within Candour
 * @param create called at most once per process
 */
export function singleton<Value>(name: string, create: () => Value): Value {
  const key = Symbol.for(`candour.${name}`);
  const holder = globalThis as typeof globalThis & Record<symbol, Value | undefined>;
  const existing = holder[key];
  if (existing !== undefined) return existing;
  const value = create();
  holder[key] = value;
  return value;
}

/** Forgets the value kept under a name, so that the next `singleton` call makes it anew. */
export function forget(name: string): void {
  const holder = globalThis as typeof globalThis & Record<symbol, unknown>;
  delete holder[Symbol.for(`candour.${name}`)];
}
