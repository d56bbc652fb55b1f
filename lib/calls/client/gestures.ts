/** What browsers take for a touch of the page, after which it may make a sound. */
const gestures = ["pointerdown", "keydown"] as const;

/** Calls back in each gesture, before anything on the page does. @returns stops it */
export function onGesture(handler: () => void): () => void {
  for (const gesture of gestures) window.addEventListener(gesture, handler, { capture: true });
  return () => {
    for (const gesture of gestures) window.removeEventListener(gesture, handler, { capture: true });
  };
}
