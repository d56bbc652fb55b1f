import localFont from "next/font/local";

/** Headings and names: a grotesque with ink traps that suits the overprint look. */
const display = localFont({
  src: "../node_modules/@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-wght-normal.woff2",
  weight: "200 800",
  variable: "--face-display",
  adjustFontFallback: false,
});

const displayExt = localFont({
  src: "../node_modules/@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-ext-wght-normal.woff2",
  weight: "200 800",
  variable: "--face-display-ext",
  preload: false,
});

/** Everything that is read: round, open, at home at 13 px. */
const text = localFont({
  src: "../node_modules/@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2",
  weight: "300 900",
  variable: "--face-text",
  adjustFontFallback: false,
});

const textExt = localFont({
  src: "../node_modules/@fontsource-variable/figtree/files/figtree-latin-ext-wght-normal.woff2",
  weight: "300 900",
  variable: "--face-text-ext",
  preload: false,
});

/** Classes that define the font variables; globals.css puts them in order. */
export const fontVariables = [display, displayExt, text, textExt]
  .map((font) => font.variable)
  .join(" ");
