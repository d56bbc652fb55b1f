export interface Point {
  /** CSS pixels. */
  x: number;
  y: number;
}

export type Corner = `${"top" | "bottom"}-${"left" | "right"}`;

/** How far ahead, in milliseconds, a flick carries what it lets go. */
const throwMs = 160;

/**
 * The corner in which something comes to rest when it is let go.
 *
 * @param centre - where its centre is, from the top left of the box
 * @param velocity - CSS pixels per millisecond
 */
export function nearestCorner(
  centre: Point,
  velocity: Point,
  box: { width: number; height: number },
): Corner {
  const x = centre.x + velocity.x * throwMs;
  const y = centre.y + velocity.y * throwMs;
  return `${y < box.height / 2 ? "top" : "bottom"}-${x < box.width / 2 ? "left" : "right"}`;
}

/** The corner that an arrow key leads to; null for any other key. */
export function cornerByKey(corner: Corner, key: string): Corner | null {
  const right = corner.endsWith("right");
  const top = corner.startsWith("top");
  const across = right ? "right" : "left";
  const along = top ? "top" : "bottom";
  if (key === "ArrowUp") return `top-${across}`;
  if (key === "ArrowDown") return `bottom-${across}`;
  if (key === "ArrowLeft") return `${along}-left`;
  if (key === "ArrowRight") return `${along}-right`;
  return null;
}
