import { useCallback, useState } from "react";

/** Which message's menu is open, or was last. */
interface OpenMenu {
  messageId: string;
  bubble: HTMLElement;
  /** By a finger, to which no focus need be shown. */
  held: boolean;
}

export type OpenMessageMenu = (messageId: string, bubble: HTMLElement, held: boolean) => void;

/** The one menu of a thread. What was opened last is kept while it goes. */
export function useMessageMenu() {
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const [open, setOpen] = useState(false);
  const openAt = useCallback<OpenMessageMenu>((messageId, bubble, held) => {
    setMenu({ messageId, bubble, held });
    setOpen(true);
  }, []);
  return { menu, open, setOpen, openAt };
}
