import type { BrowserContext } from "@playwright/test";

/** One screen on the sheet, in CSS pixels of the screen. */
interface Screen {
  png: Buffer;
  width: number;
  /** How much smaller it is drawn. */
  scale?: number;
}

const height = 940;

/** Draws screens beside each other on the brand's two colours, as a PNG at `path`. */
export async function drawSheet(
  context: BrowserContext,
  screens: readonly Screen[],
  path: string,
): Promise<void> {
  const gap = 48;
  const widths = screens.map(({ width, scale = 1 }) => width * scale);
  const images = screens.map(
    ({ png }, index) =>
      `<img width="${widths[index]}" src="data:image/png;base64,${png.toString("base64")}" alt="">`,
  );
  const page = await context.newPage();
  const width = widths.reduce((sum, own) => sum + own, gap * (screens.length + 1));
  await page.setViewportSize({ width: Math.ceil(width), height });
  await page.setContent(`
    <style>
      body { margin: 0; height: 100vh; display: flex; gap: ${gap}px; align-items: center; justify-content: center;
             background: linear-gradient(120deg, #5a46f5 0 50%, #ff6f61 50%); }
      img { border-radius: 36px; box-shadow: 0 24px 64px #0007; }
    </style>${images.join("")}`);
  await page.screenshot({ path });
}
