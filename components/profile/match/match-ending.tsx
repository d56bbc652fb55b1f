"use client";

import { Ban, HeartCrack } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { BlockDialog } from "@/components/chat/block-dialog";
import { LeaveDialog } from "@/components/chat/group/leave-dialog";
import { ReportButton } from "@/components/safety/report-button";
import { SettingsSection } from "@/components/settings/settings-section";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import type { MatchSummary } from "@/lib/chat/types";

/** The ways out of a match of two, and to those who help. */
export function MatchEnding({ match }: { match: MatchSummary }) {
  const [task, setTask] = useState<"block" | "leave" | null>(null);
  const [person] = match.people;
  if (!person) return null;
  const dialog = (name: "block" | "leave") => ({
    open: task === name,
    onOpenChange: (open: boolean) => setTask(open ? name : null),
  });
  return (
    <SettingsSection title="If something is not right">
      <p className="mb-3 text-sm text-ink-soft">
        {person.name} is told nothing of what you do here.{" "}
        <Link href="/safety" className="font-semibold text-link underline">
          Advice for your safety
        </Link>
      </p>
      <div className="-ml-3 flex flex-wrap gap-x-1">
        <Button look="ghost" className="px-3! text-danger!" onClick={() => setTask("leave")}>
          <HeartCrack aria-hidden="true" size={18} />
          Unmatch
        </Button>
        <Button look="ghost" className="px-3! text-danger!" onClick={() => setTask("block")}>
          <Ban aria-hidden="true" size={18} />
          Block
        </Button>
        <ReportButton
          profileId={person.id}
          name={person.name}
          matchId={match.id}
          className={buttonClass("ghost", "px-3! text-danger!")}
        />
      </div>
      <BlockDialog person={person} {...dialog("block")} />
      <LeaveDialog match={match} {...dialog("leave")} />
    </SettingsSection>
  );
}
