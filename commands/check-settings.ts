import { settings } from "~/platform/settings.server";
import { endWith } from "./process";

/** Imported before anything else of a process, because the database's address is read on import. */
try {
  settings();
} catch (error) {
  endWith(error);
}
