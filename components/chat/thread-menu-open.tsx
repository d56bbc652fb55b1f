"use client";

import { Ban, EllipsisVertical } from "lucide-react";
import { useState } from "react";
import { BlockDialog } from "@/components/chat/block-dialog";
import { iconButtonClass } from "@/components/ui/button-class";
import { Menu, MenuItem } from "@/components/ui/menu";
import type { Person } from "@/lib/chat/types";

/** The thread's menu, open from the start. */
export function OpenThreadMenu({ person }: { person: Person }) {
  const [blocking, setBlocking] = useState(false);
  return (
    <>
      <Menu
        label="More"
        defaultOpen
        icon={<EllipsisVertical aria-hidden="true" size={22} />}
        className={iconButtonClass()}
      >
        <MenuItem onClick={() => setBlocking(true)} danger>
          <Ban aria-hidden="true" size={18} />
          Block
        </MenuItem>
      </Menu>
      <BlockDialog person={person} open={blocking} onOpenChange={setBlocking} />
    </>
  );
}
