/** Runs `work` `times` over with so many at once; gives the milliseconds the whole took. */
export async function timed(times: number, atOnce: number, work: (index: number) => Promise<unknown>): Promise<number> {
  let next = 0;
  const started = performance.now();
  const lane = async (): Promise<void> => {
    for (let index = next++; index < times; index = next++) await work(index);
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return performance.now() - started;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** The milliseconds of each single call, one after the other, the first tenth left out as warm-up. */
export async function each(times: number, work: () => Promise<unknown>): Promise<number[]> {
  const taken: number[] = [];
  for (let index = 0; index < times; index += 1) {
    const started = performance.now();
    await work();
    if (index >= times / 10) taken.push(performance.now() - started);
  }
  return taken;
}

/** "3.1 ms (2.9 to 4.0)". */
export function spread(values: readonly number[], unit = "ms"): string {
  return `${median(values).toFixed(2)} ${unit} (${Math.min(...values).toFixed(2)} to ${Math.max(...values).toFixed(2)})`;
}

const begun = performance.now();

/** Says where a bench has got to, so that a slow machine can be told from one that hangs. On the error stream: the figures stay clean. */
export function progress(words: string): void {
  console.error(`  [${((performance.now() - begun) / 1000).toFixed(0)} s] ${words}`);
}
