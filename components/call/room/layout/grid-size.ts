export interface Size {
  /** CSS pixels. */
  width: number;
  height: number;
}

/** From upright like a phone to as wide as a camera: the shapes in which a face looks right. */
const narrowest = 3 / 4;
const widest = 16 / 9;

/**
 * How large each of `count` tiles can be, so that all fit the box without scrolling.
 *
 * @param gap - CSS pixels between tiles
 * @returns the tile size in which faces are largest, in whole pixels, and in how many columns
 */
export function gridSize(count: number, box: Size, gap: number): Size & { columns: number } {
  // A wide box is a computer's, where cameras are wide too; a phone's picture is upright.
  const ideal = box.width > box.height ? widest : 1;
  let best = { columns: 1, width: 0, height: 0 };
  let bestFace = 0;
  for (let columns = 1; columns <= Math.max(count, 1); columns++) {
    const rows = Math.ceil(count / columns);
    const tile = shaped({
      width: (box.width - gap * (columns - 1)) / columns,
      height: (box.height - gap * (rows - 1)) / rows,
    });
    const face = Math.min(tile.width, tile.height * ideal);
    if (face <= bestFace) continue;
    bestFace = face;
    best = { columns, ...tile };
  }
  return best;
}

/** The largest picture of a fitting shape inside a cell. */
function shaped({ width, height }: Size): Size {
  if (width <= 0 || height <= 0) return { width: 0, height: 0 };
  return {
    width: Math.floor(Math.min(width, height * widest)),
    height: Math.floor(Math.min(height, width / narrowest)),
  };
}
