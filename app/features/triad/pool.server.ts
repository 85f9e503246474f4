/** A challenger as the scheduling of sessions sees one. Employer and conflicts are ids of authorities. */
export interface PoolMember {
  readonly id: string;
  readonly employer?: string | undefined;
  readonly themes: string[];
  readonly canLead: boolean;
  readonly maxLoad: number;
  readonly notOn: string[];
  readonly conflicts: string[];
  readonly trainedUntil?: string | undefined;
}

/** The challengers of a region who may be asked for sessions in these days: nobody until the region has a pool. */
export function challengersFor(_regionId: string, _days: { readonly from: string; readonly to: string }): Promise<readonly PoolMember[]> {
  return Promise.resolve([]);
}
