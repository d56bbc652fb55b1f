import { describe, expect, test } from "vitest";
import { cornerByKey, nearestCorner } from "@/components/call/room/layout/corner";

const box = { width: 400, height: 800 };
const still = { x: 0, y: 0 };

describe("a window that is let go", () => {
  test("rests in the nearest corner", () => {
    expect(nearestCorner({ x: 100, y: 100 }, still, box)).toBe("top-left");
    expect(nearestCorner({ x: 300, y: 100 }, still, box)).toBe("top-right");
    expect(nearestCorner({ x: 100, y: 700 }, still, box)).toBe("bottom-left");
    expect(nearestCorner({ x: 300, y: 700 }, still, box)).toBe("bottom-right");
  });

  test("flies on when it is thrown", () => {
    expect(nearestCorner({ x: 300, y: 700 }, { x: -2, y: 0 }, box)).toBe("bottom-left");
    expect(nearestCorner({ x: 100, y: 700 }, { x: 0, y: -3 }, box)).toBe("top-left");
  });
});

test("arrow keys lead from corner to corner, and no other key does", () => {
  expect(cornerByKey("top-right", "ArrowDown")).toBe("bottom-right");
  expect(cornerByKey("bottom-right", "ArrowLeft")).toBe("bottom-left");
  expect(cornerByKey("bottom-left", "ArrowUp")).toBe("top-left");
  expect(cornerByKey("top-left", "ArrowLeft")).toBe("top-left");
  expect(cornerByKey("top-left", "Enter")).toBeNull();
});
