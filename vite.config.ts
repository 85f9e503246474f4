import { fileURLToPath } from "node:url";
import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import remixOptions from "./remix.config.js";

const folder = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** The same aliases as in tsconfig.json `paths`. */
export const aliases = [
  { find: /^~\//, replacement: folder("./app/") },
  { find: /^~machines\//, replacement: folder("./machines/") },
  { find: /^~emails\//, replacement: folder("./emails/") },
  { find: /^~tests\//, replacement: folder("./tests/") },
];

/** Bundled rather than loaded whole: of its many parts we use ten. */
export const ssr = { noExternal: ["react-email"] };

export default defineConfig({
  plugins: [remix(remixOptions)],
  resolve: { alias: aliases },
  ssr,
  css: {
    preprocessorOptions: {
      // govuk-frontend still uses forms that newer Sass warns of; they are not ours to mend.
      scss: { quietDeps: true, loadPaths: ["node_modules"] },
    },
  },
  build: {
    // Fonts and pictures stay files of their own: the content security policy allows no data: fonts.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
});
