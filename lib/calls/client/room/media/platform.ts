/** Whether this is a phone or tablet: less power, and cameras on both sides. */
export function isHandheld(): boolean {
  return /Android|iPhone|iPad|iPod/.test(navigator.userAgent) || isTouchMac();
}

/** iPads say that they are Macs, which have no touch screen. */
function isTouchMac(): boolean {
  return /Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1;
}
