/** Groups of three with one member from each of three sets of `size`, in `size` classes that each use every member once. */
export type TransversalClasses = readonly (readonly (readonly [number, number, number])[])[];

/** A difference table over Z_prime with three members more: columns of four rows, null for one of the three. Each is turned through all four rows. */
type DifferenceTable = { readonly prime: number; readonly columns: readonly (readonly (number | null)[])[] };

/** Two orthogonal Latin squares of order 10 (Parker found the first, 1959) and 14, in a few digits each. */
const tables: ReadonlyMap<number, DifferenceTable> = new Map([
  [10, { prime: 7, columns: [[null, 0, 1, 4], [null, 0, 4, 2], [null, 0, 2, 1]] }],
  [14, { prime: 11, columns: [[0, 1, 4, 6], [null, 0, 4, 1], [null, 0, 6, 2], [null, 0, 9, 8]] }],
]);

/**
 * Every triple (x, y, z) where z follows from x and y, in classes: two orthogonal Latin squares. For an
 * odd size z = x + y and the class is y - x; for 12 the same with a product in place of 2x; for 10 and 14 a
 * table; undefined for others.
 */
export function transversalClasses(size: number): TransversalClasses | undefined {
  if (size % 2 === 1) {
    return Array.from({ length: size }, (_, shift) => Array.from({ length: size }, (__, x) => [x, (x + shift) % size, (2 * x + shift) % size] as const));
  }
  if (size === 12) return overTwelve();
  const table = tables.get(size);
  return table ? fromDifferences(table) : undefined;
}

/** Twelve as the field of four (two bits, added by exclusive or) beside the numbers modulo three: 4 x third + bits. */
function overTwelve(): TransversalClasses {
  const plus = (x: number, y: number): number => 4 * ((Math.floor(x / 4) + Math.floor(y / 4)) % 3) + ((x % 4) ^ (y % 4));
  // Neither this product nor its difference from x takes a value twice: bits times the field's root, thirds doubled.
  const times = (x: number): number => 4 * ((2 * Math.floor(x / 4)) % 3) + [0, 2, 3, 1][x % 4]!;
  const values = Array.from({ length: 12 }, (_, x) => x);
  return values.map((shift) => values.map((x) => [x, plus(x, shift), plus(times(x), shift)] as const));
}

function fromDifferences({ prime, columns }: DifferenceTable): TransversalClasses {
  const size = prime + 3;
  const classes: [number, number, number][][] = Array.from({ length: size }, () => []);
  const add = ([x, y, z, at]: readonly number[]): unknown => classes[at!]!.push([x!, y!, z!]);
  for (let shift = 0; shift < prime; shift++) add([shift, shift, shift, shift]);
  let extra = prime;
  for (const column of columns) {
    for (let turn = 0; turn < 4; turn++) {
      const turned = column.map((_, row) => column[(row + turn) % 4]!);
      for (let shift = 0; shift < prime; shift++) add(turned.map((value) => (value === null ? extra : (value + shift) % prime)));
    }
    if (column.includes(null)) extra++;
  }
  for (let i = 0; i < 3; i++) for (let j = 0; j < 3; j++) add([i, j, (i + j) % 3, (i + 2 * j) % 3].map((value) => prime + value));
  return classes;
}
