/**
 * No plan can have more further repeat-free rounds than this. Each round gives every member two new
 * partners (three in a group of four), and spends n + 2 x fours pairs of those still unmet.
 * For n = 6 and n = 12 the counting bound is not reached (no nearly Kirkman system exists:
 * Kotzig and Rosa, 1974), nor for 13 and 14 (exhausted in tests/scheduling/settled.test.ts); from nothing
 * met, 1, 4, 4 and 4 rounds are the most.
 */
export function mostFurtherRounds(n: number, quads: number, met: Uint8Array): number {
  let unmetPairs = 0;
  let most = Infinity;
  let fresh = true;
  // In r rounds a member is in a four in some of them; over all members that is 4 x quads each round.
  let partnersOverTwo = 0;
  for (let i = 0; i < n; i++) {
    let unmet = 0;
    for (let j = 0; j < n; j++) if (j !== i && !met[i * n + j]) unmet++;
    if (unmet < n - 1) fresh = false;
    unmetPairs += unmet;
    most = Math.min(most, Math.floor(unmet / 2));
    partnersOverTwo += unmet;
  }
  unmetPairs /= 2;
  const spent = n + 2 * quads;
  most = Math.min(most, Math.floor(unmetPairs / spent), Math.floor(partnersOverTwo / (2 * spent)));
  // Each member can be in at most unmet - 2r fours of r rounds; 4 x quads x r places must be filled.
  while (most > 0 && quads > 0) {
    let places = 0;
    for (let i = 0; i < n; i++) {
      let unmet = 0;
      for (let j = 0; j < n; j++) if (j !== i && !met[i * n + j]) unmet++;
      places += Math.min(most, unmet - 2 * most);
    }
    if (places >= 4 * quads * most) break;
    most--;
  }
  if (n === 4 || n === 3) return Math.min(most, 1);
  if (fresh && n === 6) return Math.min(most, 1);
  if (fresh && (n === 12 || n === 13 || n === 14)) return Math.min(most, 4);
  return most;
}
