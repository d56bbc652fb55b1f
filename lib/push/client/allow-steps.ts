/** How to allow notifications again in the browser at hand, one step a sentence. */
export function allowNotifications({ userAgent }: { userAgent: string }): string[] {
  if (/iPhone|iPad/.test(userAgent)) {
    return ["Open the Settings app, then Notifications.", "Choose Duet and allow notifications."];
  }
  if (/Android/.test(userAgent)) {
    return [
      "Tap the icon at the left of the address.",
      "Open Permissions and allow Notifications.",
      "Come back to this page.",
    ];
  }
  if (/Firefox/.test(userAgent)) {
    return [
      "Click the crossed-out bubble beside the address.",
      "Remove “Blocked” for notifications.",
      "Load this page again.",
    ];
  }
  if (/Chrome/.test(userAgent)) {
    return [
      "Click the icon at the left of the address.",
      "Switch on Notifications.",
      "Come back to this page.",
    ];
  }
  return [
    "In the menu Safari, open Settings, then Websites, then Notifications.",
    "Choose Allow for this site.",
    "Come back to this page.",
  ];
}
