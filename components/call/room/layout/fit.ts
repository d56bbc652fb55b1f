import type { Size } from "@/components/call/room/layout/grid-size";

/** Cutting away more than this part of a picture would cut faces. */
const leastKept = 0.55;

/** Whether a picture may fill its box by losing its edges, or must be shown whole. */
export function fitOf(picture: Size, box: Size): "cover" | "contain" {
  const shapes = picture.width / picture.height / (box.width / box.height);
  if (!Number.isFinite(shapes) || shapes <= 0) return "cover";
  return Math.min(shapes, 1 / shapes) >= leastKept ? "cover" : "contain";
}
