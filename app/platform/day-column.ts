/** A `@db.Date` of the database, which Prisma reads as midnight UTC, as an ISO day. */
export const dayText = (date: Date): string => date.toISOString().slice(0, 10);

/** An ISO day as a `@db.Date` is written. */
export const dayDate = (day: string): Date => new Date(`${day}T00:00:00Z`);
