import { useCallback, useState } from "react";

/** Which message's menu is open, or was last, and at which bubble. */
interface OpenMenu {
  messageId: string;
  bubble: HTMLElement;
}

/** The one menu of a thread. What was opened last is kept while it goes. */
export function useMessageMenu() {
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const [open, setOpen] = useState(false);
  const openAt = useCallback((messageId: string, bubble: HTMLElement) => {
    setMenu({ messageId, bubble });
    setOpen(true);
  }, []);
  return { menu, open, setOpen, openAt };
}
