/** The part of html-to-text that letters use; the package brings no types. */
declare module "html-to-text" {
  export interface Selector {
    readonly selector: string;
    readonly format?: string;
    readonly options?: Readonly<Record<string, unknown>>;
  }
  /** Makes a converter once, to be used for many texts. */
  export function compile(options: { readonly wordwrap: number | false; readonly selectors: readonly Selector[] }): (html: string) => string;
}
