import type { Rounds } from "./constructions";

/**
 * Plans found by search for sizes where no construction is coded, one line a round: members as
 * base-36 digits, groups apart by spaces. Checked each time they are used.
 */
const plans: ReadonlyMap<number, readonly string[]> = new Map([
  [12, ["62b 148 3a5 970", "10a 596 324 7b8", "129 058 763 4ab", "a72 b51 046 893"]],
  [13, ["7c9 1b0 25a 3468", "607 1a3 294 58cb", "3b9 6ca 405 2781", "753 14c 6b2 8a09"]],
  [14, ["129 340 8d75 bc6a", "0c8 79a 24d6 51b3", "54a 618 dc93 2b70", "5c2 763 a0d1 9b84"]],
  [16, ["148 27f 5ab 6cd 039e", "259 34c 68b 7de 01af", "36a 05d 789 4ef 12bc", "07b 16e 49a 5cf 238d", "19d 3bf 7ac 58e 0246", "2ae 08c 4bd 69f 1357"]],
  [17, ["g4c 7a0 19d 3bf8 e265", "39a g2d cf6 e1b7 4850", "a15 b2c 6d8 74f9 3ge0", "g1f a42 b60 8ce9 d753", "278 634 c10 edfa b9g5"]],
  [18, ["0cd 15a 247 39g 6eh 8bf", "1de 26b 345 0ag 7fh 89c", "2ef 378 056 1bg 4ch 9ad", "3cf 049 167 28g 5dh abe", "07b 19h 23d 4af 58e 6cg", "148 2ah 03e 5bc 69f 7dg", "259 3bh 01f 68d 7ac 4eg", "36a 08h 12c 79e 4bd 5fg"]],
  [19, ["f5a bh9 723 16d c04 i8eg", "d43 8hf 6ib 107 5g2 a9ce", "h4e 7ba cf2 d0g i19 5368", "h7i 95d 6gc 24b a08 3e1f", "5be d7c 814 3g9 0fi ah26", "74g dfb 289 e60 i3a 1h5c", "45i h30 c8b e2d ag1 9f76"]],
  [20, ["0bd 47i 58h cfj 126a 39eg", "18e 45j 69i cdg 237b 0afh", "29f 56g 7aj deh 0348 1bci", "3ac 67h 4bg efi 0159 28dj", "0ij 2gh 14f 36d 5abe 789c", "3hi 1gj 25c 07e 49ad 68bf", "24e 35f 06c 17d 8agi 9bhj"]],
  [22, ["hbe j74 kgd 5a6 fl1 02i 3c89", "14h kbf dj2 l87 c5i 3e6 9g0a", "5fd 760 ilh eck j19 a32 4b8g", "k16 l03 f24 d9e 58j hgc iba7", "8a1 bd3 0c4 f79 gei 6jh 52kl", "5h9 jlg 73k 10b 28e fac d46i", "kha dc7 354 fi8 g21 e0j b96l", "8h0 ji3 bc2 dal f6g 4k9 e175"]],
]);

/** Almost Kirkman plans in which the last six members never meet; they have no group in the last two rounds. */
const plansWithHoleOfSix: ReadonlyMap<number, readonly string[]> = new Map([
  [24, ["i62 je7 ka1 lg4 mc3 n9h b8d 50f", "i70 jc8 kb2 lh5 md4 naf 96e 31g", "i81 jd6 k90 lf3 me5 nbg a7c 42h", "ifd j19 ke3 la8 mh6 n40 7g2 c5b", "ige j2a kc4 lb6 mf7 n51 8h0 d39", "ihc j0b kd5 l97 mg8 n32 6f1 e4a", "i4b jh3 kf8 l1e m29 nd7 gc0 a56", "i59 jf4 kg6 l2c m0a ne8 hd1 b37", "i3a jg5 kh7 l0d m1b nc6 fe2 948", "012 345 678 9ab cde fgh", "036 147 258 9cf adg beh"]],
  [30, ["oh3 p8d q7m r6f s9g te4 k0c 5an lji 1b2", "oi4 p9e q8n r7g sah tf5 l1d 6bc mkj 203", "oj5 paf q9c r8h sbi tg6 m2e 70d nlk 314", "ok6 pbg qad r9i s0j th7 n3f 81e cml 425", "ol7 p0h qbe raj s1k ti8 c4g 92f dnm 536", "om8 p1i q0f rbk s2l tj9 d5h a3g ecn 647", "on9 p2j q1g r0l s3m tka e6i b4h fdc 758", "oca p3k q2h r1m s4n tlb f7j 05i ged 869", "odb p4l q3i r2n s5c tm0 g8k 16j hfe 97a", "oe0 p5m q4j r3c s6d tn1 h9l 27k igf a8b", "of1 p6n q5k r4d s7e tc2 iam 38l jhg b90", "og2 p7c q6l r5e s8f td3 jbn 49m kih 0a1", "048 26a 1ch 3ej 5gl 7in 9kd bmf", "159 37b 2di 4fk 6hm 8jc ale 0ng"]],
]);

/** The longest stored plan for n members, or undefined. */
export function foundPlan(n: number): Rounds | undefined {
  return plans.get(n)?.map(groupsOf);
}

export function foundPlanWithHoleOfSix(n: number): Rounds | undefined {
  return plansWithHoleOfSix.get(n)?.map(groupsOf);
}

function groupsOf(round: string): number[][] {
  return round.split(" ").map((group) => [...group].map((digit) => parseInt(digit, 36)));
}
