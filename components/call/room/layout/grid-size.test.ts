import { describe, expect, test } from "vitest";
import { gridSize } from "@/components/call/room/layout/grid-size";

const phone = { width: 374, height: 620 };
const laptop = { width: 1248, height: 620 };

describe("the grid of tiles", () => {
  test.each([
    [phone, 2, 1],
    [phone, 4, 2],
    [phone, 6, 2],
    [phone, 8, 2],
    [laptop, 2, 2],
    [laptop, 3, 2],
    [laptop, 4, 2],
    [laptop, 6, 3],
    [laptop, 9, 3],
  ])("in %o, %i people stand in %i columns", (box, count, columns) => {
    expect(gridSize(count, box, 8).columns).toBe(columns);
  });

  test.each([phone, laptop, { width: 700, height: 300 }])(
    "up to nine people fit %o without scrolling",
    (box) => {
      for (let count = 1; count <= 9; count++) {
        const { columns, width, height } = gridSize(count, box, 8);
        const rows = Math.ceil(count / columns);
        expect(columns * width + (columns - 1) * 8).toBeLessThanOrEqual(box.width);
        expect(rows * height + (rows - 1) * 8).toBeLessThanOrEqual(box.height);
        expect(Math.min(width, height)).toBeGreaterThan(60);
      }
    },
  );

  test("a tile is never narrower than 3:4 nor wider than 16:9", () => {
    for (let count = 1; count <= 9; count++) {
      for (const box of [phone, laptop]) {
        const { width, height } = gridSize(count, box, 8);
        expect(width / height).toBeGreaterThan(0.73);
        expect(width / height).toBeLessThan(1.8);
      }
    }
  });

  test("a box without room has tiles without size", () => {
    expect(gridSize(3, { width: 0, height: 0 }, 8)).toMatchObject({ width: 0, height: 0 });
  });
});
