/**
 * A ref for server-rendered fields: tells React what was typed before React was there, which its
 * next render would replace by the state's text.
 *
 * React ignores input events that bring no change against the value it has seen last. So the value
 * is emptied where React sees it and restored by the platform's own setter, where it does not.
 */
export function replayEarlyText(field: HTMLInputElement | null): void {
  if (!field || field.value === field.defaultValue) return;
  const typed = field.value;
  field.value = "";
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(field, typed);
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
