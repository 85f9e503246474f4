import { seededRandom, type Random } from "~/scheduling/solver/random";

// Invented people: common given and family names of the United Kingdom in all its variety, paired at random.
const given = `Aaliyah Abigail Adaeze Adam Aisha Alastair Amara Amelia Anita Anthony Asha Balwinder Beatrice Benedict Bethan Bilal Bronwen Caitlin Callum Cerys Charlotte
Chidi Christine Daniel Danielle David Deborah Declan Devika Dilys Dominic Eleanor Elena Emeka Emily Farah Faisal Fatima Felicity Fiona Folake Francesca Gareth George Gillian Grace
Graham Gurpreet Habiba Hamza Hannah Harriet Helen Hugh Imogen Imran Ingrid Isaac Jaspreet Jasmine Jerome Joanna Joseph Joyce Judith Kamal Karen Kate Kavita Kofi Kwame Laura
Leila Leon Lorraine Lucy Magda Marcus Margaret Maryam Matthew Meera Mehmet Michelle Mohammed Moira Natasha Neil Ngozi Nia Nikhil Nadia Olivia Oluwaseun Owen Pamela Patrick
Paulette Philippa Priya Rachel Rajesh Rebecca Rhiannon Richard Rosalind Rupert Ruth Sabina Samira Samuel Sandra Sanjay Sarah Sean Shanice Sian Simon Sophie Stephen Sunita Susan Tamsin
Tariq Temi Theresa Thomas Tomasz Usha Valerie Victoria Vikram Wendy Winston Yasmin Yewande Yvonne Zainab Zara`.split(/\s+/);

const family = `Abbott Adebayo Adeyemi Ahmed Akhtar Ali Allen Amin Anderson Asante Atkinson Bailey Banerjee Barker Begum Bennett Bhatt Blackwood Boateng Bradley Brennan Brown Burton
Campbell Chaudhry Chambers Chan Clarke Coleman Collins Cooper Cox Crawford Cunningham Dalton Das Davies Desai Dhillon Doherty Douglas Edwards Ellis Evans Farrell Fernandes Fisher Fletcher
Foster Fraser Gallagher Gibson Gill Goodwin Graham Grant Green Griffiths Gupta Hall Hamilton Harris Hassan Hayes Henderson Holloway Hopkins Howard Hughes Hussain Ibrahim Islam Jackson
Jenkins Jones Joshi Kapoor Kaur Kelly Kennedy Khan Kowalski Kumar Lawson Lewis Lloyd Macdonald Mahmood Malik Marshall Mason McCarthy Mehta Mensah Miah Mitchell Moore Morgan Morris Murphy
Murray Nair Nelson Newton Nguyen Nwosu Obi Okafor Okonkwo Olsen Osei Owusu Palmer Parker Parmar Patel Pearce Perera Phillips Pope Powell Price Quinn Rahman Rana Rao Reid Reynolds Richards
Roberts Robinson Rogers Russell Ryan Saunders Sharma Shaw Siddiqui Simpson Singh Slater Stewart Sullivan Sutherland Tanaka Taylor Thapa Thompson Thornton Turner Uddin Walker Wallace Walsh
Watson Webb Whitfield Williams Wilson Wong Wright Yates Yilmaz Young`.split(/\s+/);

export interface Invented {
  readonly name: string;
  /** An address that reaches nobody: ".example" is kept free for examples. */
  readonly email: string;
}

/** One made-up person after another, never the same name twice; the same every time for the same number. */
export function inventor(seed: number): (place: string) => Invented {
  const random = seededRandom(seed);
  const used = new Set<string>();
  return (place) => {
    for (;;) {
      const [first, last] = [pick(given, random), pick(family, random)];
      const name = `${first} ${last}`;
      if (used.has(name)) continue;
      used.add(name);
      return { name, email: `${first}.${last}@${place}.example`.toLowerCase() };
    }
  };
}

/** One of the values. Throws for an empty list: a mistake in the seed. */
export function pick<Value>(values: readonly Value[], random: Random): Value {
  const value = values[random.below(values.length)];
  if (value === undefined) throw new Error("there is nothing to pick from");
  return value;
}

/** Some of the values, each at most once, in their own order. */
export function some<Value>(values: readonly Value[], count: number, random: Random): Value[] {
  const left = values.map((_, index) => index);
  const chosen = new Set<number>();
  while (chosen.size < count && left.length > 0) chosen.add(left.splice(random.below(left.length), 1)[0] ?? 0);
  return values.filter((_, index) => chosen.has(index));
}
