/** See prepare.mjs, which is plain JavaScript because it runs before anything is installed. */
export const root: string;
export function checkNode(): void;
export function ensureInstalled(options: { development: boolean }): void;
export function ensureClient(): void;
export function ensureBuild(): void;
export function builtCommand(name: string): string;
export function say(sentence: string): void;
export function fail(sentence: string): never;
