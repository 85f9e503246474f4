import loadHighs, { type Highs, type Model, type ModelData } from "highs";

import type { Stop } from "./stop";

let loading: Promise<Highs> | undefined;

/** The HiGHS solver, loaded once per thread and kept warm. */
export function highs(): Promise<Highs> {
  loading ??= loadHighs();
  return loading;
}

/** What a mixed-integer solve found. `bound` is valid whatever the outcome. */
export type MipOutcome = {
  outcome: "optimal" | "infeasible" | "stopped";
  /** Column values of the best solution found, if any. */
  values?: Float64Array;
  objective?: number;
  bound: number;
};

export type MipOptions = {
  stop: Stop;
  /** Absolute gap at which the search may stop; 0.999 proves whole-number costs. */
  absoluteGap: number;
  seed: number;
  /** A feasible start (a value for each column). */
  start?: ArrayLike<number>;
  maxNodes?: number;
  /** HiGHS's share of effort for heuristics; low when a good start is known. */
  heuristicEffort?: number;
  onImprove?: (values: Float64Array, objective: number) => void;
  onBound?: (bound: number) => void;
};

/**
 * Solves a mixed-integer minimisation to the end, or to the stop.
 * The relative gap is set to zero: with HiGHS's default of 1e-4 "optimal" would not be a proof.
 * The model is always disposed: garbage collection does not free WebAssembly memory.
 */
export function solveMip(solver: Highs, data: ModelData, options: MipOptions): MipOutcome {
  const model = solver.createModel(data);
  try {
    quieten(model);
    model.options.set({
      mip_rel_gap: 0,
      mip_abs_gap: options.absoluteGap,
      random_seed: options.seed % 2147483647,
      mip_heuristic_effort: options.heuristicEffort ?? 0.05,
    });
    if (options.maxNodes !== undefined) model.options.set("mip_max_nodes", options.maxNodes);
    const msLeft = options.stop.msLeft();
    if (msLeft <= 0) return { outcome: "stopped", bound: -Infinity };
    if (Number.isFinite(msLeft)) model.options.set("time_limit", msLeft / 1000);
    if (options.start) model.setSolution({ colValue: Float64Array.from(options.start) });
    let bound = -Infinity;
    const kinds = solver.constants.callbackType;
    const run = model.run({
      [kinds.mipInterrupt]: (event) => {
        const dual = event.data.mip_dual_bound;
        if (dual !== undefined && Number.isFinite(dual) && dual > bound) {
          bound = dual;
          options.onBound?.(bound);
        }
        if (options.stop.now()) event.interrupt();
        return undefined;
      },
      ...(options.onImprove
        ? {
            [kinds.mipImprovingSolution]: (event: { data: { mip_solution?: Float64Array; objective_function_value?: number } }) => {
              const values = event.data.mip_solution;
              if (values) options.onImprove?.(values, event.data.objective_function_value ?? NaN);
              return undefined;
            },
          }
        : {}),
    });
    const status = solver.constants.modelStatus;
    if (run.modelStatus === status.infeasible) return { outcome: "infeasible", bound: Infinity };
    const dual = model.info.get("mip_dual_bound");
    if (typeof dual === "number" && Number.isFinite(dual)) bound = Math.max(bound, dual);
    const feasible = model.info.get("primal_solution_status") === solver.constants.solutionStatus.feasible;
    return {
      outcome: run.modelStatus === status.optimal ? "optimal" : "stopped",
      bound,
      ...(feasible ? { values: model.getSolution().colValue, objective: model.getObjectiveValue() } : {}),
    };
  } finally {
    model.dispose();
  }
}

/** Standard output belongs to the caller's JSON: HiGHS must not print. */
export function quieten(model: Model): void {
  model.options.set({ output_flag: false, log_to_console: false });
}
