import { valueOf, type FormValues } from "~/ui/form-state";

const form = (values: FormValues) => ({ values, errors: {} });

/** One value of a posted form, without the spaces around it. */
export const posted = (values: FormValues, name: string): string => valueOf(form(values), name).trim();

export const STALE = "The group moved on while you were looking at it. Nothing was done. What you typed is still here: check it and press the button once more.";
