/** The longest word of one's own, in characters. */
export const maxChipLength = 25;

interface Adding {
  /** What was typed. */
  text: string;
  chosen: readonly string[];
  suggestions: readonly string[];
  max: number;
}

/**
 * The choices with what was typed among them: by the suggestion's own spelling where it is one, and
 * never twice. What does not fit is left out.
 */
export function withChip({ text, chosen, suggestions, max }: Adding): string[] {
  const typed = text.trim().replace(/\s+/g, " ").slice(0, maxChipLength);
  const same = (one: string) => one.toLowerCase() === typed.toLowerCase();
  if (!typed || chosen.length >= max || chosen.some(same)) return [...chosen];
  return [...chosen, suggestions.find(same) ?? typed];
}
