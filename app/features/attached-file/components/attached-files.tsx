import { blankForm, Button, fileSize, FileUpload, formatDateTime, Table, type Column, type FormState } from "~/ui";

export interface AttachedFile {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly by: string;
  readonly at: string | Date;
}

interface Props {
  readonly form: FormState | undefined;
  readonly caption: string;
  readonly files: readonly AttachedFile[];
  readonly empty: string;
  /** The page of the files; each is below it. */
  readonly here: string;
  readonly mayChange: boolean;
  /** Whether the year is said of when each was attached. */
  readonly year?: boolean;
  readonly verbs?: { readonly attach: string; readonly attached: string; readonly remove: string };
  readonly taken: { readonly maxBytes: number; readonly accept: string; readonly kinds: string };
}

const usual = { attach: "Attach", attached: "Attached", remove: "Remove" };

/** The files of a record, each to download; for whoever may change them also to take off, and a form to attach another. */
export function AttachedFiles({ form, caption, files, empty, here, mayChange, year = false, verbs = usual, taken: { maxBytes, accept, kinds } }: Props) {
  const columns: readonly Column<AttachedFile>[] = [
    { key: "name", heading: "File", cell: (row) => <a className="govuk-link" href={`${here}/${row.id}`}>{row.name}</a> },
    { key: "size", heading: "Size", numeric: true, cell: (row) => fileSize(row.size) },
    { key: "by", heading: verbs.attached, cell: (row) => `${row.by}, ${formatDateTime(row.at, { year })}` },
    ...(mayChange
      ? [{ key: "remove", heading: verbs.remove, cell: (row: AttachedFile) => <form method="post"><button className="app-link-button" name="remove" value={row.id}>{verbs.remove}<span className="govuk-visually-hidden"> {row.name}</span></button></form> }]
      : []),
  ];
  return (
    <>
      <Table caption={caption} columns={columns} rows={files} rowKey={(row) => row.id} empty={empty} />
      {mayChange ? (
        <form method="post" encType="multipart/form-data" noValidate>
          <FileUpload form={form ?? blankForm} name="file" label={`${verbs.attach} a file`} size="m" accept={accept} maxBytes={maxBytes} hint={`${kinds}, up to ${fileSize(maxBytes)}. What a file is, is found in its content.`} />
          <Button>{verbs.attach} the file</Button>
        </form>
      ) : null}
    </>
  );
}
