import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/**
 * Fails on whatever axe finds on the page as it is now.
 *
 * @param besides - selector of what is left out: the rest of a list whose beginning is looked at
 */
export async function expectNoBarriers(page: Page, besides?: string): Promise<void> {
  // What is fine need not be described.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ["violations"] });
  if (besides) axe.exclude(besides);
  const { violations } = await axe.analyze();
  expect(
    violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ target }) => target) })),
  ).toEqual([]);
}
