/** A ref for what takes the focus when it comes, since what had it has just gone. */
export function focusOnMount(element: HTMLElement | null): void {
  element?.focus();
}
