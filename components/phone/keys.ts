/** The keys of a telephone, row by row, with the letters that are printed on them (ITU-T E.161). */
export const padKeys = [
  { key: "1", letters: "" },
  { key: "2", letters: "ABC" },
  { key: "3", letters: "DEF" },
  { key: "4", letters: "GHI" },
  { key: "5", letters: "JKL" },
  { key: "6", letters: "MNO" },
  { key: "7", letters: "PQRS" },
  { key: "8", letters: "TUV" },
  { key: "9", letters: "WXYZ" },
  { key: "*", letters: "" },
  { key: "0", letters: "+" },
  { key: "#", letters: "" },
] as const;

/** Whether a key of the keyboard is one of a telephone's. */
export const isPadKey = (key: string): boolean => /^[0-9*#]$/.test(key);
