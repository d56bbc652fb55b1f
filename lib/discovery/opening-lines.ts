import type { Card } from "@/lib/discovery/card";

const most = 3;

/** First things to write to somebody, out of what they say of themselves: three at most. */
export function openingLines({ name, interests, hometown, occupation }: Card): string[] {
  const [first, second] = interests;
  const lines: string[] = [];
  if (first) lines.push(`Tell me about ${lower(first)}. Where do I start?`);
  if (hometown) lines.push(`What do you miss most about ${hometown}?`);
  if (second) lines.push(`${second}: how did that begin?`);
  if (occupation) lines.push(`What is the best part of being ${withArticle(lower(occupation))}?`);
  lines.push(
    `Hello ${name}! What made you smile today?`,
    "What would your perfect Sunday look like?",
    "Which question should people ask you more often?",
  );
  return lines.slice(0, most);
}

/** Small letters at the start of a sentence's middle, except in what is written in capitals. */
function lower(words: string): string {
  const [first = "", second = ""] = words;
  return second === second.toUpperCase() ? words : first.toLowerCase() + words.slice(1);
}

const withArticle = (words: string) => `${/^[aeiou]/i.test(words) ? "an" : "a"} ${words}`;
