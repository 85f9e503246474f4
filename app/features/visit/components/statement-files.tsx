import { fileSize, formatDateTime } from "~/ui";
import type { FileRow } from "../files.server";

/** The files of the position statement, to download. */
export function StatementFiles({ id, files }: { readonly id: string; readonly files: readonly FileRow[] }) {
  if (files.length === 0) return null;
  return (
    <section aria-labelledby="statement-files">
      <h2 className="govuk-heading-m" id="statement-files">Files</h2>
      <ul className="govuk-list govuk-list--bullet">
        {files.map((file) => (
          <li key={file.id}><a className="govuk-link" href={`/visits/${id}/statement/files/${file.id}`}>{file.name}</a> <span className="app-soft">({fileSize(file.size)}, {file.by}, {formatDateTime(file.at)})</span></li>
        ))}
      </ul>
    </section>
  );
}
