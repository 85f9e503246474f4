import type { EvaluatedModules } from "vite/module-runner";

/**
 * Test files share a process, so that what holds no state is loaded once; of the rest each file
 * has its own, from here on. For a project that does not isolate its files.
 */
export function ownCopy(): void {
  forgetModules();
  forgetSingletons();
}

/** Puts the environment back as it was. */
export function environmentKeeper(): () => void {
  const environment = { ...process.env };
  return () => {
    for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name];
    Object.assign(process.env, environment);
  };
}

/**
 * As `vi.resetModules`, but for the folders whose modules hold no state, which the import rules
 * keep from importing any that do: loading those again would be most of a file's time.
 */
function forgetModules(): void {
  const { evaluatedModules } = (globalThis as unknown as { __vitest_worker__: { evaluatedModules: EvaluatedModules } }).__vitest_worker__;
  const kept = /\/node_modules\/|\/(machines|emails|app\/ui|app\/scheduling|app\/platform\/prisma-client)\//;
  for (const [file, module] of evaluatedModules.idToModuleMap) {
    if (kept.test(file)) continue;
    Object.assign(module, { promise: undefined, exports: undefined, evaluated: false });
    module.importers.clear();
  }
}

/** What the application keeps once per process. */
function forgetSingletons(): void {
  const holder = globalThis as typeof globalThis & Record<symbol, unknown>;
  for (const name of Object.getOwnPropertySymbols(holder)) if (Symbol.keyFor(name)?.startsWith("candour.")) delete holder[name];
}
