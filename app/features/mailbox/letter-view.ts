/** A stored letter as the mailbox shows it in a frame: its document, and its styles as a file of their own. */
export interface LetterView {
  readonly html: string;
  readonly css: string;
}

const entities: Readonly<Record<string, string>> = { "&quot;": '"', "&#x27;": "'", "&#39;": "'", "&lt;": "<", "&gt;": ">", "&amp;": "&" };
const decoded = (text: string): string => text.replace(/&(?:quot|#x27|#39|lt|gt|amp);/g, (entity) => entities[entity] ?? entity);

/**
 * Letters carry their styles inline, because mail programs want them so; the pages' security policy
 * allows no inline styles, and a framed document inherits it. So each distinct inline style becomes
 * a class of a stylesheet. Links open in the whole window, not inside the frame.
 * @param stylesheet the address from which the styles are served
 */
export function letterView(letter: string, stylesheet: string): LetterView {
  const classes = new Map<string, string>();
  const sheets: string[] = [];
  const html = letter
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/<style\b[^>]*>([\s\S]*?)<\/style>/gi, (_all, css: string) => {
      sheets.push(css);
      return "";
    })
    .replace(/<([a-z][a-z0-9]*)\b([^>]*)>/gi, (_all, tag: string, attributes: string) => {
      const styled = withoutInlineStyle(attributes, classes);
      if (tag.toLowerCase() !== "a") return `<${tag}${styled}>`;
      return `<${tag}${styled.replace(/\starget="[^"]*"/i, "")} target="_top">`;
    })
    .replace(/<\/head>/i, `<link rel="stylesheet" href="${stylesheet}"></head>`);
  const own = [...classes].map(([style, name]) => `.${name}{${style}}`);
  return { html, css: [...own, ...sheets].join("\n") };
}

function withoutInlineStyle(attributes: string, classes: Map<string, string>): string {
  const found = /\sstyle="([^"]*)"/i.exec(attributes);
  if (!found) return attributes;
  const style = decoded(found[1] ?? "");
  const name = classes.get(style) ?? `s${classes.size}`;
  classes.set(style, name);
  const rest = attributes.replace(found[0], "");
  return /\sclass="/i.test(rest) ? rest.replace(/\sclass="/i, ` class="${name} `) : ` class="${name}"${rest}`;
}
