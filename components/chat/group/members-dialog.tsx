"use client";

import { Flag, LogOut, UserPlus } from "lucide-react";
import { usePresence } from "@/components/chat/use-presence";
import { ReportButton } from "@/components/safety/report-button";
import { useViewer } from "@/components/shell/viewer-context";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { iconButtonClass } from "@/components/ui/button-class";
import { Dialog } from "@/components/ui/dialog";
import { matchName } from "@/lib/chat/match-name";
import type { MatchSummary, NamedPerson, Person } from "@/lib/chat/types";

interface MembersDialogProps {
  group: MatchSummary;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onAdd: () => void;
  onLeave: () => void;
}

/** Who is in a group, and how to add people or leave. */
export function MembersDialog(props: MembersDialogProps) {
  const { group } = props;
  const viewer = useViewer();
  return (
    <Dialog
      open={props.open}
      onOpenChange={props.onOpenChange}
      title="Members"
      description={`${group.people.length + 1} in ${group.title ? matchName(group) : "this group"}`}
      footer={
        <div className="grid grid-cols-2 gap-3">
          <Button look="quiet" onClick={props.onAdd}>
            <UserPlus aria-hidden="true" size={18} />
            Add people
          </Button>
          <Button look="quiet" onClick={props.onLeave}>
            <LogOut aria-hidden="true" size={18} />
            Leave group
          </Button>
        </div>
      }
    >
      <ul aria-label="Members">
        <Row person={viewer} words="You" online={false} />
        {group.people.map((person) => (
          <Member key={person.id} person={person} matchId={group.id} />
        ))}
      </ul>
    </Dialog>
  );
}

function Member({ person, matchId }: { person: Person; matchId: string }) {
  const { online, words } = usePresence(person);
  return (
    <Row person={person} words={words} online={online}>
      <ReportButton
        profileId={person.id}
        name={person.name}
        matchId={matchId}
        className={iconButtonClass("text-ink-soft")}
      >
        <Flag aria-hidden="true" size={18} />
        <span className="sr-only">Report {person.name}</span>
      </ReportButton>
    </Row>
  );
}

interface RowProps {
  person: NamedPerson;
  words: string;
  online: boolean;
  /** What can be done about this one. */
  children?: React.ReactNode;
}

function Row({ person: { id, name, picture }, words, online, children }: RowProps) {
  return (
    <li className="flex min-h-14 items-center gap-3.5 px-3">
      <Avatar profileId={id} picture={picture} name={name} size={42} online={online} />
      <span className="min-w-0 flex-1">
        <span dir="auto" className="block truncate font-semibold">
          {name}
        </span>
        <span className="block truncate text-sm text-ink-soft">{words}</span>
      </span>
      {children}
    </li>
  );
}
