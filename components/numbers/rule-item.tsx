"use client";

import { ArrowDown, ArrowUp, Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import { ruleHint } from "@/components/numbers/conditions";
import type { Rule } from "@/components/numbers/types";
import { useTask } from "@/components/numbers/use-task";
import { iconButtonClass } from "@/components/ui/button-class";
import { notify } from "@/components/ui/notify";
import { Switch } from "@/components/ui/switch";

interface RuleItemProps {
  rule: Rule;
  /** Its place among the rules of its condition, from 0, and how many there are. */
  place: number;
  of: number;
  onEdit: () => void;
}

/** A forwarding rule: on or off, its place, and the ways to change it. */
export function RuleItem({ rule, place, of, onEdit }: RuleItemProps) {
  const { run, busy } = useTask();
  const [wanted, setWanted] = useState(rule.enabled);
  const path = `/api/call-forwarding/${rule.id}`;

  async function toggle(enabled: boolean) {
    setWanted(enabled);
    await tell(run("PATCH", `${path}/toggle`, { enabled }));
  }

  async function tell(done: Promise<boolean>) {
    if (!(await done)) void notify("That was not saved. Look at the rule and try again.");
  }

  const action = (name: string, Icon: typeof Pencil, onClick: () => void, disabled = false) => (
    <button
      type="button"
      aria-label={`${name} for ${rule.shownTo}`}
      disabled={disabled}
      aria-disabled={busy || undefined}
      onClick={busy ? undefined : onClick}
      className={iconButtonClass("text-ink-soft")}
    >
      <Icon aria-hidden="true" size={18} />
    </button>
  );

  return (
    <li className="rounded-2xl bg-sunken px-4 pt-3 pb-1">
      <Switch
        label={`Forward to ${rule.shownTo}`}
        hint={ruleHint(rule)}
        // What was wanted, until the page knows what became of it.
        checked={busy ? wanted : rule.enabled}
        onCheckedChange={(next) => void toggle(next)}
      />
      <div className="-mx-2 flex">
        {action("Edit rule", Pencil, onEdit)}
        {action("Delete rule", Trash2, () => void tell(run("DELETE", path)))}
        <span className="flex-1" />
        {of > 1 ? (
          <>
            {action(
              "Move up",
              ArrowUp,
              () => void tell(run("PUT", path, { position: place - 1 })),
              place === 0,
            )}
            {action(
              "Move down",
              ArrowDown,
              () => void tell(run("PUT", path, { position: place + 1 })),
              place === of - 1,
            )}
          </>
        ) : null}
      </div>
    </li>
  );
}
