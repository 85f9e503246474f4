import { fileSize, formatDateTime } from "~/ui";
import type { PaperShown } from "../queries.server";

type Shown = Omit<PaperShown, "at"> & { readonly at: string | Date };

/** The files among the papers of a recommendation, to download. */
export function PaperFiles({ id, files }: { readonly id: string; readonly files: readonly Shown[] }) {
  return (
    <ul className="govuk-list govuk-list--bullet">
      {files.map((file) => (
        <li key={file.id}><a className="govuk-link" href={`/recommendations/${id}/papers/${file.id}`}>{file.name}</a> <span className="app-soft">({fileSize(file.size)}, {file.by}, {formatDateTime(file.at, { year: true })})</span></li>
      ))}
    </ul>
  );
}
