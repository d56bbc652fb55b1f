interface Notice {
  /** Replaces an earlier notice of the same id. */
  id?: string;
  /** One thing that can be done about it. */
  action?: { label: string; onClick: () => void };
}

/** Says something in passing. The code for it is fetched when there is something to say. */
export async function notify(text: string, notice: Notice = {}): Promise<void> {
  // The toaster's own file, which the page has by then: offline, another could not be fetched.
  const { toast } = await import("@/components/ui/toaster");
  toast(text, notice);
}
